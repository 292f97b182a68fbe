using Netzwerk.Domain;

namespace Netzwerk.Features.Demo;

/// <summary>Invented families; the phone numbers are from the range that is kept free for films and examples (0171 39200xx).</summary>
public sealed record ExampleFamily(string GivenName, string FamilyName, string Email)
{
    public string? Phone { get; init; }

    public int FurtherAdults { get; init; }

    public IReadOnlyList<ChildInCare> Children { get; init; } = [];

    public string? Question { get; init; }

    public SignUpRequest Ask(DateTime arrivedAt, IReadOnlyList<ExtraQuestion> questions) => new(Guid.CreateVersion7(), arrivedAt, GivenName, FamilyName, Email + "@familie.example")
    {
        Phone = Phone is null ? null : PhoneNumber.Parse(Phone),
        FurtherAdults = FurtherAdults,
        Children = Children,
        Question = Question,
        Answers = [.. questions.Select(question => new Answer(question.Id, question.Label, Say(question)))],
    };

    private string Say(ExtraQuestion question) => question.Kind switch
    {
        QuestionKind.Choice => question.Choices[GivenName.Length % question.Choices.Count],
        QuestionKind.Number => $"{Children.Count}",
        _ => "Noch offen",
    };
}

public static class ExampleFamilies
{
    public static readonly IReadOnlyList<ExampleFamily> All =
    [
        new("Britta", "Ahrens", "britta.ahrens") { Phone = "0171 3920020", Children = [Child("Emil", 5)] },
        new("Sanela", "Alibegović", "sanela.alibegovic") { Phone = "0171 3920023", FurtherAdults = 1, Children = [Child("Lejla", 8), Child("Tarik", 6)] },
        new("Heiko", "Behrens", "heiko.behrens"),
        new("Nadine", "Brinkmann", "nadine.brinkmann") { Phone = "0171 3920029", Children = [Child("Mats", 2)] },
        new("Melanie", "Cordes", "melanie.cordes") { FurtherAdults = 1 },
        new("Jana", "Deeken", "jana.deeken") { Phone = "0171 3920035", Children = [Child("Ole", 4), Child("Frieda", 9)] },
        new("Fatou", "Diallo", "fatou.diallo") { Phone = "0171 3920038", Children = [Child("Amadou", 3)], Question = "Wie finde ich eine Ausbildung in Teilzeit?" },
        new("Kerstin", "Eilers", "kerstin.eilers"),
        new("Tobias", "Engelmann", "tobias.engelmann") { Phone = "0171 3920044", FurtherAdults = 1, Children = [Child("Lina", 7)] },
        new("Ulrike", "Fangmann", "ulrike.fangmann") { Question = "Gibt es Betreuung auch am frühen Morgen, vor der Schicht?" },
        new("Simone", "Grote", "simone.grote") { Phone = "0171 3920050", Children = [Child("Paul", 11)] },
        new("Katharina", "Hoffmann-Lüers", "katharina.hoffmann-lueers") { Phone = "0171 3920053", FurtherAdults = 2, Children = [Child("Ida", 1, call: true)] },
        new("Agnieszka", "Kowalczyk", "agnieszka.kowalczyk") { Phone = "0171 3920059", Children = [Child("Zofia", 6)] },
        new("Maria", "Lamping", "maria.lamping") { FurtherAdults = 1 },
        new("Sarah", "Meyer", "sarah.meyer"),
        new("Ayşe", "Müller-Öztürk", "ayse.mueller-oeztuerk") { Phone = "0171 3920012", FurtherAdults = 1, Children = [Child("Mira", 7), Child("Jonas", 3, call: true)], Question = "Was ändert sich beim Unterhalt, wenn ich mehr Stunden arbeite?" },
        new("Thị Lan", "Nguyễn", "thi-lan.nguyen") { Phone = "0171 3920071", Children = [Child("Minh", 5)] },
        new("Claire", "O’Brien", "claire.obrien"),
        new("Oksana", "Petrenko", "oksana.petrenko") { Phone = "0171 3920077", FurtherAdults = 1, Children = [Child("Danylo", 10)] },
        new("Daniela", "Rolfes", "daniela.rolfes"),
        new("Anke", "Schröer", "anke.schroeer") { Phone = "0171 3920083", Children = [Child("Hanno", 8)] },
        new("Marco", "Tholen", "marco.tholen"),
        new("Silke", "Wieborg", "silke.wieborg") { FurtherAdults = 1 },
        new("Elif", "Yıldız", "elif.yildiz") { Phone = "0171 3920092", Children = [Child("Deniz", 4)] },
    ];

    private static ChildInCare Child(string firstName, int age, bool call = false) => new(firstName, age, call);
}
