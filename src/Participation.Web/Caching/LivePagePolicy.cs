using System.Globalization;
using Microsoft.AspNetCore.OutputCaching;
using Microsoft.Extensions.Primitives;
using Participation.Application.Live;
using Participation.Domain.Live;
using Participation.Web.Furigana;
using Participation.Web.People;

namespace Participation.Web.Caching;

/// <summary>
/// Keeps public pages for people who are not signed in. The key holds the live log's head, so a page never outlives an opinion
/// or a change of any subject that this node has heard of; a short expiry covers what follows the clock (stages, countdowns).
/// </summary>
sealed class LivePagePolicy(LiveTail tail, SiteTurns turns) : IOutputCachePolicy
{
    public const string Name = "live page";

    static readonly TimeSpan Kept = TimeSpan.FromSeconds(5);
    /// <summary>Whatever else stands in an address changes nothing, and must not fill the cache.</summary>
    static readonly string[] QueryKeys = ["section", "before", "after", "edition"];

    public ValueTask CacheRequestAsync(OutputCacheContext context, CancellationToken cancellation)
    {
        var http = context.HttpContext;
        if (!HttpMethods.IsGet(http.Request.Method) && !HttpMethods.IsHead(http.Request.Method)) return default;
        if (http.Request.Cookies.ContainsKey(PeopleServices.SessionCookie) || http.Request.Headers.Authorization.Count > 0) return default;
        // Every search has an answer of its own, which nobody else may ever want.
        if (http.Request.Query.ContainsKey("q")) return default;
        // Nor is what one was refused for others to read.
        if (http.Request.Query.ContainsKey("why")) return default;
        context.EnableOutputCaching = context.AllowCacheLookup = context.AllowCacheStorage = context.AllowLocking = true;
        context.ResponseExpirationTimeSpan = Kept;
        context.CacheVaryByRules.QueryKeys = QueryKeys;
        context.CacheVaryByRules.VaryByValues["encoding"] = EncodingOf(http.Request);
        context.CacheVaryByRules.VaryByValues["language"] = CultureInfo.CurrentUICulture.Name;
        context.CacheVaryByRules.VaryByValues["site"] = tail.HeadOf(Streams.Site).ToString(CultureInfo.InvariantCulture);
        context.CacheVaryByRules.VaryByValues["furigana"] = FuriganaPages.IsOn(http) ? "on" : "";
        context.CacheVaryByRules.VaryByValues["turn"] = turns.Now.ToString(CultureInfo.InvariantCulture);
        if (http.Request.RouteValues["slug"] is string slug)
            context.CacheVaryByRules.VaryByValues["head"] = string.Create(
                CultureInfo.InvariantCulture, $"{tail.HeadOf(Streams.Consultation(slug))} {tail.HeadOf(Streams.Space(slug))}");
        return default;
    }

    /// <summary>What is kept is kept compressed; browsers spell the same wish in many ways.</summary>
    static string EncodingOf(HttpRequest request)
    {
        var accepted = request.Headers.AcceptEncoding.ToString();
        return accepted.Contains("br", StringComparison.OrdinalIgnoreCase) ? "br"
            : accepted.Contains("gzip", StringComparison.OrdinalIgnoreCase) ? "gzip" : "";
    }

    public ValueTask ServeFromCacheAsync(OutputCacheContext context, CancellationToken cancellation) => default;

    public ValueTask ServeResponseAsync(OutputCacheContext context, CancellationToken cancellation)
    {
        var response = context.HttpContext.Response;
        if (response.StatusCode != StatusCodes.Status200OK || !StringValues.IsNullOrEmpty(response.Headers.SetCookie))
            context.AllowCacheStorage = false;
        return default;
    }
}
