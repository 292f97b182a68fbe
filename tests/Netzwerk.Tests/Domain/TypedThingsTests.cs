using Netzwerk.Domain;

namespace Netzwerk.Tests.Domain;

/// <summary>What people type: addresses, phone numbers, names, free text.</summary>
public sealed class TypedThingsTests
{
    [Theory]
    [InlineData("name@beispiel.de")]
    [InlineData("Anna.Müller@example.org", false)]
    [InlineData("o'neil+kita@sub.example.co.uk")]
    [InlineData("post@müller-öztürk.de")]
    [InlineData("post@xn--mller-kva.de")]
    [InlineData("a@b.de")]
    [InlineData("a@b", false)]
    [InlineData("a b@c.de", false)]
    [InlineData("a@b..de", false)]
    [InlineData(".a@b.de", false)]
    [InlineData("a.@b.de", false)]
    [InlineData("a@@b.de", false)]
    [InlineData("a@-b.de", false)]
    [InlineData("a\0@b.de", false)]
    [InlineData("a\u202E@b.de", false)]
    [InlineData("a@b\r\nBcc:c@d.de", false)]
    [InlineData("<a@b.de>", false)]
    public void Addresses_are_taken_or_not(string address, bool valid = true) => Assert.Equal(valid, EmailAddress.IsValid(address));

    [Fact]
    public void An_address_may_have_254_characters_and_no_more()
    {
        var domain = string.Join('.', Enumerable.Repeat(new string('d', 50), 4)) + ".de";
        var longest = new string('a', EmailAddress.MaxLength - domain.Length - 1) + "@" + domain;

        Assert.True(EmailAddress.IsValid(longest));
        Assert.False(EmailAddress.IsValid("a" + longest));
    }

    [Theory]
    [InlineData("anna@gmial.com", "anna@gmail.com")]
    [InlineData("anna@WEB.ed", "anna@web.de")]
    [InlineData("anna@gmx.ed", "anna@gmx.de")]
    [InlineData("anna@t-onlin.de", "anna@t-online.de")]
    [InlineData("anna@web.de", null)]
    [InlineData("anna@lkclp.de", null)]
    public void A_likely_typo_leads_to_the_address_that_was_meant(string typed, string? meant) => Assert.Equal(meant, EmailAddress.LikelyCorrection(typed));

    [Theory]
    [InlineData("0171 3920012", "+491713920012")]
    [InlineData("0171/3920012", "+491713920012")]
    [InlineData("0171-392 00 12", "+491713920012")]
    [InlineData("+49 171 392 00 12", "+491713920012")]
    [InlineData("+49 (0)171 3920012", "+491713920012")]
    [InlineData("0049 171 3920012", "+491713920012")]
    [InlineData("(04471) 15-0", "+494471150")]
    [InlineData("04471 15 – 0", "+494471150")]
    [InlineData("+31 20 794 0800", "+31207940800")]
    [InlineData("12345", null)]
    public void Every_usual_spelling_of_a_phone_number_is_kept_as_typed_and_understood(string typed, string? e164)
    {
        var number = PhoneNumber.Parse(typed);

        Assert.Equal(new PhoneNumber(typed, e164), number);
    }

    [Theory]
    [InlineData("abc")]
    [InlineData("0171 DROP TABLE")]
    [InlineData("1234")]
    [InlineData("0171\n3920012")]
    [InlineData("٠١٧١٣٩٢٠٠١٢")]
    [InlineData("012345678901234567890")]
    public void What_cannot_be_a_phone_number_is_refused(string typed) => Assert.Null(PhoneNumber.Parse(typed));

    [Theory]
    [InlineData("Đ")]
    [InlineData("O’Şahin-Müller")]
    [InlineData("محمد")]
    [InlineData("王小明")]
    [InlineData("क्षत्रिय")]
    [InlineData("𠮷田")]
    public void Names_of_any_script_are_welcome(string name)
    {
        Assert.True(TypedText.IsOneVisibleLine(name));
        Assert.True(TypedText.HasLetter(name));
    }

    [Theory]
    [InlineData("Anna\0")]
    [InlineData("Anna\nBeta")]
    [InlineData("Anna\tBeta")]
    [InlineData("An\u202Ena")]
    [InlineData("An\u2066na")]
    [InlineData("An\u200Fna")]
    [InlineData("An\u001Bna")]
    [InlineData("An\uFEFFna")]
    [InlineData("An\uFFFDna")]
    public void A_name_holds_nothing_that_cannot_be_seen(string name) => Assert.False(TypedText.IsOneVisibleLine(name));

    [Theory]
    [InlineData("post@straße.de", "post@straße.de")]
    [InlineData("post@STRASSE.de", "post@strasse.de")]
    [InlineData("Post@GMX.DE", "post@gmx.de")]
    [InlineData("post@ｇｍｘ．ｄｅ", "post@gmx.de")]
    [InlineData("post＠gmx。de", "post@gmx.de")]
    [InlineData("post@xn--mller-kva.de", "post@müller.de")]
    [InlineData("post@MÜLLER.de", "post@müller.de")]
    [InlineData("post@mu\u0308ller.de", "post@müller.de")]
    [InlineData("mailto:post@gmx.de", "post@gmx.de")]
    [InlineData("<post@gm\u00ADx.de>\u00A0", "post@gmx.de")]
    [InlineData("kein Postfach", "kein postfach")]
    public void Spellings_of_one_domain_are_one_address(string typed, string key) => Assert.Equal(key, EmailAddress.KeyOf(typed));

    [Theory]
    [InlineData("post@xn--mller-kva.de", "post@müller.de")]
    [InlineData("Post@Ｇmx.de", "Post@gmx.de")]
    public void People_read_the_unicode_form(string typed, string read) => Assert.Equal(read, EmailAddress.Read(typed));

    [Theory]
    [InlineData(" An\u00ADna\u200B ", "Anna")]
    [InlineData("\u202BAnna\u202C", "Anna")]
    [InlineData("Anna\u00A0Lena", "Anna Lena")]
    [InlineData("Müller\u2013Voß", "Müller-Voß")]
    [InlineData("Müller\u2010Voß", "Müller-Voß")]
    [InlineData("\u3000Anna\tLena\n", "Anna Lena")]
    [InlineData("می\u200Cخواهم", "می\u200Cخواهم")]
    [InlineData("Anna\u200D", "Anna")]
    [InlineData("辻\U000E0100", "辻\U000E0100")]
    public void A_pasted_name_becomes_the_name(string pasted, string name) => Assert.Equal(name, PastedText.Name(pasted));

    [Theory]
    [InlineData("\u202A0171\u00A03920012\u202C", "0171 3920012")]
    [InlineData("０１７１－３９２００１２", "0171-3920012")]
    [InlineData("٠١٧١ ٣٩٢٠٠١٢", "0171 3920012")]
    [InlineData("＋49 171\u20443920012", "+49 171/3920012")]
    public void A_pasted_number_becomes_the_number(string pasted, string number) => Assert.Equal(number, PastedText.Phone(pasted));

    [Theory]
    [InlineData("ruhig\nbleiben\tso", "ruhig\nbleiben\tso")]
    [InlineData("N\0UL\u001B[31m\u0007", "NUL[31m")]
    [InlineData("\uFFFE\uFDD0", "\uFFFD\uFFFD")]
    [InlineData("rum\u202Egedreht\u2066\u2069\uFEFF", "rumgedreht")]
    [InlineData("Word\vZeile\u2028noch\u0085eine\f", "Word\nZeile\nnoch\neine\n")]
    [InlineData("😀 👩‍👧 \u200Fمحمد", "😀 👩‍👧 \u200Fمحمد")]
    public void What_comes_in_is_clean(string sent, string received) => Assert.Equal(received, TypedText.Received(sent));

    [Fact]
    public void Half_a_sign_comes_in_as_one_that_no_field_takes() => Assert.Equal("halb\uFFFD", TypedText.Received("halb\uD83D"));

    [Fact]
    public void What_comes_in_is_bounded() => Assert.Equal(TypedText.LongestReceived, TypedText.Received(new string('ä', 1_000_000)).Length);

    [Fact]
    public void Half_a_sign_is_none()
    {
        Assert.False(TypedText.IsOneVisibleLine("An\uD83Dna"));
        Assert.False(TypedText.IsVisible("Frage\uDE00"));
        Assert.True(TypedText.IsVisible("Frage 😀"));
    }

    [Fact]
    public void Free_text_keeps_lines_and_loses_only_its_edges()
    {
        Assert.Equal("eins\nzwei\n\ndrei", TypedText.Clean("  eins\r\nzwei\r\rdrei \n"));
        Assert.True(TypedText.IsVisible("eins\nzwei\tdrei"));
        Assert.Null(TypedText.OrNull(" \r\n "));
        Assert.Null(TypedText.OrNull(null));
    }
}
