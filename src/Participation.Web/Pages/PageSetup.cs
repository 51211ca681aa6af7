namespace Participation.Web.Pages;

static class PageSetup
{
    public static void MapPages(this WebApplication app) => app.MapGet("/", () => "…");
}
