using System.Net;
using System.Text;
using MediatR;
using Microsoft.Extensions.DependencyInjection;
using Participation.Application.Ledger;
using Participation.Application.People;
using Participation.Data;
using Participation.Domain.Outcomes;
using Participation.Domain.People;
using Participation.TestKit;

namespace Participation.Web.Tests.Ledger;

/// <summary>How a scan is given out: to staff alone, and so that nothing in it can run.</summary>
public sealed class ScanFilesTests(ScanFilesTests.Site site) : IClassFixture<ScanFilesTests.Site>
{
    public sealed class Site() : TestSite(DatabaseProvider.Sqlite);

    static readonly byte[] Pdf = Encoding.ASCII.GetBytes("%PDF-1.4\n1 0 obj\n<< /Type /Catalog >>\nendobj\n%%EOF\n");
    static readonly byte[] Png = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 1];

    [Theory]
    [InlineData("手紙.exe.pdf", true, "application/pdf", "attachment")]
    [InlineData("<script>.png", false, "image/png", "inline")]
    public async Task It_is_what_its_bytes_are_in_a_box_where_nothing_runs(string name, bool pdf, string type, string shown)
    {
        var address = await Attached(name, pdf ? Pdf : Png);
        using var staff = await site.SignedIn("staff@example.jp");
        using var answer = await staff.GetAsync(address);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal(type, answer.Content.Headers.ContentType!.MediaType);
        Assert.Equal(shown, answer.Content.Headers.ContentDisposition!.DispositionType);
        Assert.DoesNotContain("<", answer.Content.Headers.ContentDisposition.FileNameStar, StringComparison.Ordinal);
        Assert.Equal("nosniff", Assert.Single(answer.Headers.GetValues("X-Content-Type-Options")));
        Assert.StartsWith("sandbox; default-src 'none'", Assert.Single(answer.Headers.GetValues("Content-Security-Policy")), StringComparison.Ordinal);
        Assert.True(answer.Headers.CacheControl!.NoStore);
        Assert.Equal(pdf ? Pdf : Png, await answer.Content.ReadAsByteArrayAsync());
    }

    [Fact]
    public async Task Nobody_else_gets_it_and_a_scan_of_another_receipt_is_not_there()
    {
        var address = await Attached("手紙.png", Png);
        Assert.Equal(HttpStatusCode.Unauthorized, (await site.Http.GetAsync(address)).StatusCode);
        using var citizen = await site.SignedIn("citizen@example.jp");
        Assert.Equal(HttpStatusCode.Forbidden, (await citizen.GetAsync(address)).StatusCode);
        using var staff = await site.SignedIn("staff@example.jp");
        var other = (await Attached("別.png", [.. Png, 2])).OriginalString.Split('/');
        var parts = address.OriginalString.Split('/');
        parts[5] = other[5];
        Assert.Equal(HttpStatusCode.NotFound, (await staff.GetAsync(new Uri(string.Join('/', parts), UriKind.Relative))).StatusCode);
    }

    async Task<Uri> Attached(string name, byte[] bytes)
    {
        var slug = await site.Announce();
        var receipt = (await site.Submit(slug, "紙で出しました")).GetProperty("receiptNumber").GetString()!;
        Assert.Null((await Send(new AttachScan(slug, receipt, new(name, bytes)))).Why);
        var scan = (await Send(new GetSubmission(slug, receipt))).Value.Scans.Single();
        return new($"/staff/consultations/{slug}/submissions/{receipt}/scans/{scan.Id}.{(bytes == Pdf ? "pdf" : "png")}", UriKind.Relative);
    }

    async Task<Outcome<T>> Send<T>(IRequest<Outcome<T>> request)
    {
        await using var scope = site.Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CallerScope>().Current = Caller.Operator;
        return await scope.ServiceProvider.GetRequiredService<IMediator>().Send(request);
    }
}
