using Netzwerk.Bench.Load;

namespace Netzwerk.Bench.Web;

/// <summary>
/// Only the form that registers: validated, stored durably with its mail. The way to it was taken before and is not measured; who has sent
/// all that were prepared is done.
/// </summary>
public sealed class LastPostVisitor : Visitor
{
    private readonly Queue<byte[]> _prepared = new();

    public LastPostVisitor(int port, int count)
        : base(port)
    {
        for (var i = 0; i < count; i++)
        {
            var children = Page.Expect(Ask(FamilyVisitor.SendWho(Told.NextFamily())), "Kinder");
            _prepared.Enqueue(FamilyVisitor.SendAll(Page.Expect(Ask(FamilyVisitor.SendChildren(children)), "Prüfen und absenden")));
        }
        Requests.Clear();
    }

    protected override bool IsDone => _prepared.Count == 0;

    protected override void Visit()
    {
        FamilyVisitor.LastPage(Ask(_prepared.Dequeue()));
        Told.Registered();
    }
}
