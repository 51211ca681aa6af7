using Participation.Web.Api;
using Participation.Web.Live;
using Participation.Web.Pages;
using Participation.Web.People;

namespace Participation.Web.Hosting;

/// <summary>What every request passes, from the outside in.</summary>
static class AppPipeline
{
    public static void UseParticipation(this WebApplication app)
    {
        app.UseExceptionHandler("/error");
        app.UseStatusCodePages(StatusPages.Answer);
        app.UseMiddleware<SecurityHeaders>();
        app.UseRouting();
        app.UseRequestLocalization();
        // Outside compression: what is kept is kept compressed.
        app.UseOutputCache();
        app.UseWhen(http => !http.Request.Path.StartsWithSegments("/receipts"), public_ => public_.UseResponseCompression());
        app.UseAuthentication();
        app.UseCaller();
        app.UseAuthorization();
        app.UseAntiforgery();

        app.MapStaticAssets();
        app.MapHealthChecks("/health");
        app.MapApi();
        app.MapHub<LiveHub>(LiveHub.Path);
        app.MapPages();
    }
}
