using Netzwerk.Tests.Kit;

namespace Netzwerk.Tests.Processes;

/// <summary>The site with all that it does by itself.</summary>
internal sealed class WorkingApp(params (string Key, string Value)[] settings) : TestApp(settings)
{
    protected override bool KeepsWorkers => true;
}
