using System.Net;
using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.Controllers;
using Microsoft.Extensions.DependencyInjection;
using Netzwerk.Features.Shared.Web;
using Netzwerk.Tests.Features.Organizer;
using Netzwerk.Tests.Kit;

namespace Netzwerk.Tests.Features.Shared;

/// <summary>How much of a request's body is read, and how many are in memory at once.</summary>
public sealed class FormBodiesTests
{
    private const string Typed = "Form.Question=xxxx";
    private static readonly string[] Forms = [Answers.FormPath, Answers.FormPath + "/pruefen", "/anmeldung/link", "/konto/anmelden", "/konto/passwort-vergessen", "/konto/anmelden/passkey", "/konto/anmelden/code", "/fehler/404"];

    [Fact]
    public async Task A_body_beyond_the_limit_is_refused_unread_on_every_open_form()
    {
        await using var app = new TestApp();
        foreach (var path in Forms)
        {
            using var body = new SizedBody(1024 * 1024, saysLength: true);
            var page = await PostAsync(app.Browser(), path, body);

            Assert.True(page.Status == HttpStatusCode.RequestEntityTooLarge, $"{path}: {page.Status}");
            Assert.Equal("Das war zu viel Text", page.Heading);
            Assert.DoesNotContain("xxxx", page.Html, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_chunked_body_is_read_up_to_the_limit_and_no_further()
    {
        await using var app = new TestApp();
        foreach (var path in Forms)
        {
            using var body = new SizedBody(8 * 1024 * 1024, saysLength: false);
            var page = await PostAsync(app.Browser(), path, body);

            Assert.True(page.Status == HttpStatusCode.RequestEntityTooLarge, $"{path}: {page.Status}");
            Assert.DoesNotContain("xxxx", page.Html, StringComparison.Ordinal);
        }

        var http = Request(app, "203.0.113.7", 8 * 1024 * 1024);
        http.Request.ContentLength = null;
        await app.Services.GetRequiredService<FormBodies>().InvokeAsync(http, _ => throw new InvalidOperationException("It was let through."));
        Assert.Equal(StatusCodes.Status413PayloadTooLarge, http.Response.StatusCode);
        Assert.InRange(http.Request.Body.Position, 64 * 1024, 80 * 1024);
    }

    [Fact]
    public async Task A_chunked_form_below_the_limit_is_read_like_any_other()
    {
        await using var app = new TestApp();
        using var body = new SizedBody(30_000, saysLength: false);

        var page = await PostAsync(app.Browser(), Answers.FormPath, body);

        Assert.Equal((HttpStatusCode.OK, "Wer kommt?"), (page.Status, page.Heading));
        Assert.True(page.ValueOf("Ihre Frage oder Ihr Wunsch an die Fachleute")!.Length > 29_000);
    }

    [Fact]
    public async Task A_large_form_over_the_address_limit_comes_back_filled()
    {
        await using var app = new TestApp(("Limits:FormsPerAddress", "1"), ("Limits:FormsPerAddressAndMinute", "1"));
        var browser = app.Browser(from: "203.0.113.7");
        var form = Netzwerk.Tests.Kit.Forms.Fill(await browser.OpenAsync(Answers.FormPath), Answers.Of(Cast.Anna, question: new string('x', 40_000)), "Weiter");
        await form.SendAsync();

        var page = await form.SendAsync();

        Assert.Equal(HttpStatusCode.TooManyRequests, page.Status);
        Assert.Equal(("Anna", 40_000), (page.ValueOf("Vorname"), page.ValueOf("Ihre Frage oder Ihr Wunsch an die Fachleute")!.Length));
    }

    [Fact]
    public async Task The_limit_of_an_organizer_s_large_form_holds_for_organizers_only()
    {
        await using var app = new TestApp();
        var organizer = await app.SignInAsync(Cast.Organizer);
        using var fits = new SizedBody(100 * 1024, saysLength: true);
        using var anonymous = new SizedBody(100 * 1024, saysLength: false);
        using var tooLarge = new SizedBody(300 * 1024, saysLength: true);

        // Without its token it is refused, but it was read.
        Assert.Equal(HttpStatusCode.BadRequest, (await PostAsync(organizer, Rooms.Event + "/bearbeiten", fits)).Status);
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, (await PostAsync(organizer, Rooms.Event + "/bearbeiten", tooLarge)).Status);
        Assert.Equal("/konto/anmelden", (await PostAsync(app.Browser(), Rooms.Event + "/bearbeiten", anonymous)).Url.AbsolutePath);
    }

    [Fact]
    public async Task Few_large_forms_are_worked_on_at_once_and_small_ones_do_not_wait()
    {
        await using var app = new TestApp();
        var bodies = app.Services.GetRequiredService<FormBodies>();
        var (now, most) = (0, 0);
        var gate = new TaskCompletionSource();
        async Task WorkAsync(HttpContext http)
        {
            var inside = Interlocked.Increment(ref now);
            InterlockedMax(ref most, inside);
            await gate.Task;
            Interlocked.Decrement(ref now);
        }

        var large = Enumerable.Range(0, 60).Select(number => bodies.InvokeAsync(Request(app, $"203.0.113.{number % 20}", 40_000), WorkAsync)).ToList();
        var passed = false;
        await bodies.InvokeAsync(Request(app, "203.0.113.1", 1_000), _ =>
        {
            passed = true;
            return Task.CompletedTask;
        });

        Assert.True(passed);
        Assert.InRange(most, 1, 8);
        gate.SetResult();
        await Task.WhenAll(large);
        Assert.InRange(most, 1, 8);
    }

    [Fact]
    public async Task A_network_that_sends_slowly_holds_up_nobody_else()
    {
        await using var app = new TestApp();
        var bodies = app.Services.GetRequiredService<FormBodies>();
        using var end = new CancellationTokenSource();
        var slow = Enumerable.Range(0, 20).Select(_ =>
        {
            var http = Request(app, "203.0.113.7", 40_000);
            http.Request.Body = new SilentStream();
            http.RequestAborted = end.Token;
            return bodies.InvokeAsync(http, _ => Task.CompletedTask);
        }).ToList();
        var passed = false;

        await bodies.InvokeAsync(Request(app, "203.0.113.8", 40_000), _ =>
        {
            passed = true;
            return Task.CompletedTask;
        });

        Assert.True(passed);
        await end.CancelAsync();
        foreach (var one in slow) await Assert.ThrowsAnyAsync<OperationCanceledException>(() => one);
    }

    private static void InterlockedMax(ref int most, int value)
    {
        for (int seen; (seen = Volatile.Read(ref most)) < value && Interlocked.CompareExchange(ref most, value, seen) != seen;)
        {
        }
    }

    private static DefaultHttpContext Request(TestApp app, string from, int length)
    {
        var text = Encoding.ASCII.GetBytes(Typed.PadRight(length, 'x'));
        var http = new DefaultHttpContext { RequestServices = app.Services };
        http.Connection.RemoteIpAddress = IPAddress.Parse(from);
        (http.Request.Method, http.Request.ContentType, http.Request.ContentLength) = ("POST", "application/x-www-form-urlencoded", text.Length);
        http.Request.Body = new MemoryStream(text);
        http.SetEndpoint(new Endpoint(null, new EndpointMetadataCollection(new ControllerActionDescriptor(), new KeepsInputAttribute()), null));
        return http;
    }

    private static async Task<Page> PostAsync(HttpClient browser, string path, HttpContent body)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = body };
        request.Headers.Add("Sec-Fetch-Site", "same-origin");
        return await Page.ReadAsync(browser, await browser.SendAsync(request));
    }

    /// <summary>A form of this size, with or without a length before it.</summary>
    private sealed class SizedBody : HttpContent
    {
        private readonly int _size;
        private readonly bool _saysLength;

        public SizedBody(int size, bool saysLength)
        {
            (_size, _saysLength) = (size, saysLength);
            Headers.ContentType = new("application/x-www-form-urlencoded");
        }

        protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context)
        {
            var text = Encoding.ASCII.GetBytes(Typed.PadRight(_size, 'x'));
            for (var at = 0; at < text.Length; at += 4096)
            {
                await stream.WriteAsync(text.AsMemory(at, Math.Min(4096, text.Length - at)));
                await stream.FlushAsync();
            }
        }

        protected override bool TryComputeLength(out long length)
        {
            length = _size;
            return _saysLength;
        }
    }

    private sealed class SilentStream : Stream
    {
        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => throw new NotSupportedException();

        public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

        public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            await Task.Delay(Timeout.Infinite, cancellationToken);
            return 0;
        }

        public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        public override void Flush() => throw new NotSupportedException();

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }
}
