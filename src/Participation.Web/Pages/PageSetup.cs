using MediatR;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Localization;
using Participation.Application.Consultations;
using Participation.Application.Papers;
using Participation.Application.Series;
using Participation.Data.People;
using Participation.Web.Api;
using Participation.Web.Boards;
using Participation.Web.Caching;
using Participation.Web.Furigana;
using Participation.Web.Pages.Account;
using Participation.Web.Pages.Consultations;
using Participation.Web.Pages.Figures;
using Participation.Web.Pages.Following;
using Participation.Web.Pages.Ledger;
using Participation.Web.Pages.Papers;
using Participation.Web.Pages.Privacy;
using Participation.Web.Pages.Series;
using Participation.Web.Pages.Spaces;
using Participation.Web.Words;

namespace Participation.Web.Pages;

static class PageSetup
{
    public static void MapPages(this WebApplication app)
    {
        app.MapRazorComponents<App>();
        app.MapGet("/consultations/{slug}/opinions", OpinionsFragment.Show).CacheOutput(LivePagePolicy.Name);
        app.MapGet("/consultations/{slug}/results/{chart}.csv", ResultsCsv.Show).CacheOutput(LivePagePolicy.Name);
        app.MapSummaries();
        app.MapPasskeys();
        app.MapOneClick();
        app.MapOwnData();
        app.MapGet("/language", ChooseLanguage);
        app.MapGet("/furigana", FuriganaPages.Choose);
        app.MapScans();
        app.MapTemplate();
        app.MapTemplates();
        foreach (var kind in Enum.GetValues<PaperKind>())
            foreach (var format in Enum.GetValues<ReportFormat>())
                app.MapGet($"/consultations/{{slug}}/papers/{kind.ToString().ToLowerInvariant()}.{ReportFile.ExtensionOf(format)}",
                    (HttpContext http, IMediator mediator, string slug, string? encoding, bool lossy = false) => ReportFile.Send(http, mediator, slug, kind, format, encoding, lossy));
        foreach (var format in AttendanceFiles.Formats)
            // Masked unless somebody asks for the whole of it.
            app.MapGet($"/staff/consultations/{{slug}}/originals.{ReportFile.ExtensionOf(format)}", (HttpContext http, IMediator mediator, string slug, bool masked = true) =>
                ReportFile.Send(http, mediator, to => new WriteOriginals(slug, masked, format, to), format, $"{slug}-originals", back: PaperRefusals.PageOf(slug)));
        foreach (var format in AttendanceFiles.Formats)
            app.MapGet($"/spaces/{{slug}}/attendance.{ReportFile.ExtensionOf(format)}", (HttpContext http, IMediator mediator, string slug) =>
                ReportFile.Send(http, mediator, to => new WriteAttendance(slug, format, to), format, $"{slug}-attendance", back: $"/spaces/{slug}/attendance"));
        foreach (var format in SignUpsPage.Formats)
            app.MapGet($"/staff/series/{{slug}}/meetings/{{number:int}}/people.{ReportFile.ExtensionOf(format)}", (HttpContext http, IMediator mediator, string slug, int number) =>
                ReportFile.Send(http, mediator, to => new WriteSignUps(slug, number, format, to), format, $"{slug}-{number}-people", back: $"/staff/series/{slug}/meetings/{number}/people"));
        app.MapPost("/staff/sign-out", SignOut).WithMetadata(new RequireAntiforgeryTokenAttribute());
        foreach (var format in Enum.GetValues<ReportFormat>())
            app.MapGet($"/staff/consultations/{{slug}}/ledger.{ReportFile.ExtensionOf(format)}", (HttpContext http, IMediator mediator, string slug) =>
                ReportFile.Send(http, mediator, slug, format));
    }

    /// <summary>Remembers the language in a cookie that says nothing else.</summary>
    static IResult ChooseLanguage(HttpContext http, string to, string? back)
    {
        if (Languages.Choices.Any(language => language.Code == to))
        {
            var value = CookieRequestCultureProvider.MakeCookieValue(new RequestCulture(to));
            http.Response.Cookies.Append(CookieRequestCultureProvider.DefaultCookieName, value, new CookieOptions
            {
                MaxAge = TimeSpan.FromDays(365), HttpOnly = true, SameSite = SameSiteMode.Lax, IsEssential = true, Secure = http.Request.IsHttps,
            });
        }
        return Results.LocalRedirect(Local(back));
    }

    static async Task<IResult> SignOut(HttpContext http, SignInManager<User> signIn)
    {
        // Another site must not be able to sign people out.
        if (http.Features.Get<IAntiforgeryValidationFeature>() is not { IsValid: true }) return Results.BadRequest();
        await signIn.SignOutAsync();
        return Results.LocalRedirect("/");
    }

    /// <summary>An address of ours, or the home page: a link must not send people elsewhere.</summary>
    public static string Local(string? address) =>
        address is ['/', ..] and not ['/', '/' or '\\', ..] && Uri.IsWellFormedUriString(address, UriKind.Relative) ? address : "/";
}
