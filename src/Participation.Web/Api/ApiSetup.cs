using System.Text.Json.Serialization;
using System.Text.Json;

namespace Participation.Web.Api;

static class ApiSetup
{
    public static bool IsApi(HttpContext http) => http.Request.Path.StartsWithSegments("/api");

    public static IServiceCollection AddApi(this IServiceCollection services)
    {
        services.ConfigureHttpJsonOptions(json =>
            json.SerializerOptions.Converters.Add(new JsonStringEnumConverter(JsonNamingPolicy.CamelCase, allowIntegerValues: false)));
        services.Configure<RouteHandlerOptions>(routes => routes.ThrowOnBadRequest = true);
        services.AddOpenApi("v1");
        services.AddProblemDetails();
        services.AddExceptionHandler<BadRequests>();
        return services;
    }

    public static void MapApi(this WebApplication app)
    {
        app.MapOpenApi();
        var api = app.MapGroup("/api/v1").DisableAntiforgery();
        api.MapConsultations();
        api.MapAnswers();
        api.MapReceipts();
        api.MapSpaces();
        api.MapSite();
        api.MapSearch();
        api.MapSessions();
    }
}
