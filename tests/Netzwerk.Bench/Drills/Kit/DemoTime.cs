using System.Globalization;
using Netzwerk.Bench.Site;

namespace Netzwerk.Bench.Drills.Kit;

/// <summary>The demo's clock, in every process of an installation. It takes whole seconds as a clock in Berlin shows them, and runs on.</summary>
public static class DemoTime
{
    public static async Task SetAsync(Installation site, DateTime berlin)
    {
        foreach (var door in site.Doors)
        {
            using var browser = new Browser([door]);
            var seen = await browser.PostAsync("/demo/uhr", ("Form.At", berlin.ToString("yyyy-MM-dd'T'HH:mm:ss", CultureInfo.InvariantCulture)));
            if (seen.Status != 302) throw new InvalidDataException($"status {seen.Status} when the clock was set to {berlin:s}");
        }
    }
}
