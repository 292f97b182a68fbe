using Netzwerk.Bench.Drills.Kit;
using Netzwerk.Bench.Site;

namespace Netzwerk.Bench.Drills.Abuse;

/// <summary>The most that one of the site's processes took since this was made, in megabytes.</summary>
internal sealed class ServerMemory : IDisposable
{
    private readonly CancellationTokenSource _over = new();
    private readonly Task _watch;
    private double _most;

    public ServerMemory(Drill drill) => _watch = Task.Run(async () =>
    {
        while (!_over.IsCancellationRequested)
        {
            _most = Math.Max(_most, Of(drill));
            await Task.Delay(20);
        }
    });

    public double Most => _most;

    public static double Of(Drill drill) => drill.Site.Processes.Max(process => Memory.Of(process.Process.Id).Own);

    public void Dispose()
    {
        _over.Cancel();
        _watch.GetAwaiter().GetResult();
        _over.Dispose();
    }
}
