using Microsoft.Extensions.FileProviders;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using Netzwerk.Mail;

namespace Netzwerk.Tests.Mail;

public sealed class MailOptionsTests
{
    [Theory]
    [InlineData("Host")]
    [InlineData("From")]
    [InlineData("FromName")]
    [InlineData("ReplyTo")]
    public void Production_names_the_missing_setting(string key)
    {
        var options = Complete();
        typeof(MailOptions).GetProperty(key)!.SetValue(options, null);

        Assert.Equal([$"Mail:{key} fehlt. Siehe README, Abschnitt E-Mail."], Check("Production", options).Failures!);
        Assert.True(Check("Development", options).Succeeded);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(11)]
    public void So_many_connections_are_refused(int connections)
    {
        var options = Complete();
        options.Connections = connections;
        Assert.Equal(["Mail:Connections muss zwischen 1 und 10 liegen. Siehe README, Abschnitt E-Mail."], Check("Production", options).Failures!);
    }

    [Fact]
    public void Complete_settings_pass() => Assert.True(Check("Production", Complete()).Succeeded);

    [Fact]
    public void A_password_is_never_sent_in_plain_text_over_the_network()
    {
        var options = Complete();
        options.Security = MailSecurity.None;
        Assert.Contains("unverschlüsselt", Assert.Single(Check("Production", options).Failures!), StringComparison.Ordinal);

        options.Host = "127.0.0.1";
        Assert.True(Check("Production", options).Succeeded);
    }

    [Theory]
    [InlineData("kein-at")]
    [InlineData("Netzwerk <a@netz.example>")]
    public void A_sender_that_is_no_plain_address_is_named(string from)
    {
        var options = Complete();
        options.From = from;
        Assert.StartsWith("Mail:From ist keine E-Mail-Adresse", Assert.Single(Check("Production", options).Failures!), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(MailSecurity.StartTls, 587)]
    [InlineData(MailSecurity.Tls, 465)]
    [InlineData(MailSecurity.None, 25)]
    public void The_port_follows_from_the_security(MailSecurity security, int port) =>
        Assert.Equal(port, new MailOptions { Security = security }.EffectivePort);

    [Theory]
    [InlineData(null, false)]
    [InlineData("mail.netz.example", false)]
    [InlineData("127.0.0.1", true)]
    [InlineData("localhost", true)]
    [InlineData("localhost.evil.example", false)]
    public void The_demo_sends_to_files_or_to_this_machine_only(string? host, bool toServer)
    {
        var options = new MailOptions { Host = host };
        options.StayOnThisMachine();
        Assert.Equal(toServer, options.HasServer);
    }

    private static MailOptions Complete() => new()
    {
        Host = "mail.netz.example",
        From = "a@netz.example",
        FromName = "Netzwerk",
        ReplyTo = "b@netz.example",
        User = "u",
        Password = "p",
    };

    private static ValidateOptionsResult Check(string environment, MailOptions options) =>
        new MailOptionsCheck(new Place(environment)).Validate(null, options);

    private sealed class Place(string name) : IHostEnvironment
    {
        public string EnvironmentName { get; set; } = name;

        public string ApplicationName { get; set; } = "";

        public string ContentRootPath { get; set; } = "";

        public IFileProvider ContentRootFileProvider { get; set; } = new NullFileProvider();
    }
}
