using Participation.Web.Api;
using Participation.Web.Calendars;
using Participation.Web.Furigana;
using Participation.Web.Live;
using Participation.Web.Pages;
using Participation.Web.Pages.Sites;
using Participation.Web.People;

namespace Participation.Web.Hosting;

/// <summary>What every request passes, from the outside in.</summary>
static class AppPipeline
{
    public static void UseParticipation(this WebApplication app)
    {
        app.Use(AnswerHeadsAsPages);

        // Outermost: what goes wrong further in is said in the reader's language too.
        app.UseRequestLocalization();
        app.UseExceptionHandler(new ExceptionHandlerOptions
        {
            ExceptionHandlingPath = "/error",
            // A page that failed half way leaves its scope's navigation spoken for; the page that says so needs its own.
            CreateScopeForErrors = true,
            // What somebody sent wrongly is theirs to know, not ours to log.
            SuppressDiagnosticsCallback = context => context.Exception is BadHttpRequestException,
        });
        app.UseWhen(ApiSetup.IsApi, api => api.UseStatusCodePages(Problems.AnswerEmpty));
        app.UseWhen(http => !ApiSetup.IsApi(http), pages => pages.UseStatusCodePagesWithReExecute("/not-found", createScopeForStatusCodePages: true));
        app.UseMiddleware<SecurityHeaders>();
        app.UseRouting();
        // Outside compression: what is kept is kept compressed.
        app.UseOutputCache();
        // Not what holds secrets beside words from outside: its length would tell of them.
        app.UseWhen(http => !http.Request.Path.StartsWithSegments("/receipts") && !http.Request.Path.StartsWithSegments("/account"), public_ => public_.UseResponseCompression());
        app.UseAuthentication();
        app.UseCaller();
        app.UseAuthorization();
        app.UseLargeForms();
        app.UseAntiforgery();

        // Inside the cache and compression: written once, kept as it was written.
        app.UseFurigana();

        app.MapStaticAssets();
        app.MapHealthChecks("/health");
        app.MapApi();
        app.MapHub<LiveHub>(LiveHub.Path);
        app.MapPages();
        app.MapCalendars();
        app.MapSiteFiles();
    }

    /// <summary>Monitors and link checkers ask for the head alone; pages answer only to GET, and the server leaves the body out by itself.</summary>
    static Task AnswerHeadsAsPages(HttpContext http, RequestDelegate next)
    {
        if (HttpMethods.IsHead(http.Request.Method)) http.Request.Method = HttpMethods.Get;
        return next(http);
    }
}
