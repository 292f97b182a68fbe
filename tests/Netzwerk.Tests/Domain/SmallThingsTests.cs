using System.Text.RegularExpressions;
using Netzwerk.Domain;

namespace Netzwerk.Tests.Domain;

public sealed class SmallThingsTests
{
    [Theory]
    // One baby needs two; 3+7+10 needs three; 4+7+10 needs four (public-service practice).
    [InlineData(0, 0, 0, 0)]
    [InlineData(1, 0, 0, 2)]
    [InlineData(3, 7, 10, 3)]
    [InlineData(4, 7, 10, 4)]
    [InlineData(0, 0, 1, 2)]
    [InlineData(6, 0, 0, 2)]
    [InlineData(7, 0, 0, 3)]
    [InlineData(0, 14, 0, 2)]
    [InlineData(0, 15, 0, 3)]
    [InlineData(0, 0, 21, 3)]
    public void So_many_carers_are_needed(int upTo2, int from3To5, int from6, int carers)
    {
        int[] ages = [.. Enumerable.Repeat(2, upTo2), .. Enumerable.Repeat(5, from3To5), .. Enumerable.Repeat(6, from6)];

        Assert.Equal(carers, CarersNeeded.For(ages));
    }

    [Fact]
    public void Ages_fall_into_their_groups_at_the_edges() => Assert.Equal(new AgeGroups(2, 2, 3), AgeGroups.Of([0, 2, 3, 5, 6, 13, 17]));

    [Theory]
    [InlineData("ANNA@Example.org", "anna", "öztürk")]
    [InlineData("anna@example.org", " Anna ", "Öztürk")]
    [InlineData("anna@example.org", "Anna", "O\u0308ztu\u0308rk")]
    [InlineData(" anna@example.org", "Anna", "  Öztürk")]
    public void The_same_family_is_recognised_in_other_spellings(string email, string given, string family) =>
        Assert.Equal(FamilyIdentity.KeyOf("anna@example.org", "Anna", "Öztürk"), FamilyIdentity.KeyOf(email, given, family));

    [Theory]
    [InlineData("anna@example.org", "Canan", "Öztürk")]
    [InlineData("anna2@example.org", "Anna", "Öztürk")]
    [InlineData("anna@example.org", "Anna", "Ozturk")]
    public void Another_name_or_address_is_another_family(string email, string given, string family) =>
        Assert.NotEqual(FamilyIdentity.KeyOf("anna@example.org", "Anna", "Öztürk"), FamilyIdentity.KeyOf(email, given, family));

    [Fact]
    public void Inner_spaces_do_not_make_another_family() =>
        Assert.Equal(FamilyIdentity.KeyOf("a@b.de", "Anna  Lena", "von   Öztürk"), FamilyIdentity.KeyOf("a@b.de", "Anna Lena", "von Öztürk"));

    [Fact]
    public void References_hold_no_signs_that_look_alike()
    {
        Assert.Equal(Reference.Alphabet.Length, Reference.Alphabet.Distinct().Count());
        Assert.DoesNotContain(Reference.Alphabet, "0O1IL2Z5S8BU".Contains);
        var many = Enumerable.Range(0, 1000).Select(_ => Reference.Next()).ToList();
        Assert.All(many, reference => Assert.Matches(new Regex($"^NW-[{Reference.Alphabet}]{{6}}$"), reference));
        Assert.Equal(many.Count, many.Distinct().Count());
    }

    [Fact]
    public void A_personal_link_is_256_bit_and_differs_by_registration_generation_and_key()
    {
        var links = new PersonalLinks([.. Enumerable.Range(0, 32).Select(i => (byte)i)]);
        var id = Guid.CreateVersion7();
        string[] tokens = [links.Token(id, 1), links.Token(id, 2), links.Token(Guid.CreateVersion7(), 1), new PersonalLinks(new byte[32]).Token(id, 1)];

        Assert.Equal(4, tokens.Distinct().Count());
        Assert.All(tokens, token => Assert.Matches("^[A-Za-z0-9_-]{43}$", token));
        Assert.Equal(tokens[0], links.Token(id, 1));
        Assert.Equal(32, PersonalLinks.Hash(tokens[0]).Length);
    }

    [Theory]
    [InlineData("Müller", "muller")]
    [InlineData("STRAẞE ß", "strasse ss")]
    [InlineData("Łukasz Øst Æ œ Đ ı", "lukasz ost ae oe d i")]
    [InlineData("Şahin", "sahin")]
    public void Folding_makes_names_findable(string name, string folded) => Assert.Equal(folded, Folding.Fold(name));

    [Fact]
    public void Sorting_goes_by_surname_first() =>
        Assert.True(string.CompareOrdinal(Folding.SortKey("Öztürk", "Zoe"), Folding.SortKey("Ozturka", "Anna")) < 0);
}
