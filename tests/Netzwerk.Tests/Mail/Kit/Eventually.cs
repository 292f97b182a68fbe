namespace Netzwerk.Tests.Mail.Kit;

internal static class Eventually
{
    /// <summary>Waits up to ten seconds for what another thread is about to do.</summary>
    public static async Task TrueAsync(Func<Task<bool>> condition)
    {
        for (var tries = 0; tries < 1000; tries++)
        {
            if (await condition())
                return;
            await Task.Delay(10);
        }

        Assert.Fail("Waited ten seconds in vain.");
    }
}
