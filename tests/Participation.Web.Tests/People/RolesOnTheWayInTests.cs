using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Participation.Application.People;
using Participation.Application.Spaces;
using Participation.Data;
using Participation.Domain.Outcomes;
using Participation.Domain.People;
using Participation.TestKit;

namespace Participation.Web.Tests.People;

/// <summary>What an account may do is looked up at each request, whatever its cookie or token was issued with.</summary>
public sealed class RolesOnTheWayInTests(RolesOnTheWayInTests.Site site) : IClassFixture<RolesOnTheWayInTests.Site>
{
    public sealed class Site() : TestSite(DatabaseProvider.Sqlite);

    [Fact]
    public async Task A_role_counts_from_the_next_request_and_so_does_its_end()
    {
        var (council, slug) = (await AccountOf("council"), await site.Announce());
        var path = $"/api/v1/consultations/{slug}/submissions";
        await Refused(await site.Call(HttpMethod.Get, path, who: "council"), HttpStatusCode.Forbidden, "not-allowed");
        var grant = (await Send(new GiveRole(council, new(Roles.Staff, "応援")))).Value;
        Assert.Equal(HttpStatusCode.OK, (await site.Call(HttpMethod.Get, path, who: "council")).StatusCode);
        await Send(new TakeRole(grant, "終わり"));
        await Refused(await site.Call(HttpMethod.Get, path, who: "council"), HttpStatusCode.Forbidden, "not-allowed");
    }

    [Fact]
    public async Task A_role_of_one_space_opens_that_spaces_work_alone()
    {
        var facilitator = await AccountOf("facilitator");
        await Send(new SaveSpace { Slug = "their-space", Title = "担当の場" });
        await Send(new GiveRole(facilitator, new(Roles.Staff, "応援", Space: "their-space")));
        object Body(string? space) => new { slug = $"c-{Guid.NewGuid():N}", space, title = "案", opens = "2025-12-25", closes = "2026-01-23" };
        Assert.Equal(HttpStatusCode.Created, (await site.Call(HttpMethod.Post, "/api/v1/consultations", Body("their-space"), "facilitator")).StatusCode);
        await Refused(await site.Call(HttpMethod.Post, "/api/v1/consultations", Body(null), "facilitator"), HttpStatusCode.Forbidden, "not-allowed");
    }

    [Fact]
    public async Task A_token_past_its_scope_its_time_or_its_revocation_is_refused_by_name()
    {
        var (staff, slug) = (await AccountOf("staff"), await site.Announce());
        var caller = new Caller { ActorId = staff, UserId = staff };
        var (ledger, open) = ($"/api/v1/consultations/{slug}/submissions", $"/api/v1/consultations/{slug}");
        var read = (await Send(new IssueToken("読むだけ", TokenScope.Read, 1), caller)).Value;
        Assert.Equal(HttpStatusCode.OK, (await Ask(open, read.Token)).StatusCode);
        await Refused(await Ask(ledger, read.Token), HttpStatusCode.Forbidden, "token-scope");
        var work = (await Send(new IssueToken("仕事", TokenScope.Work, 1), caller)).Value;
        Assert.Equal(HttpStatusCode.OK, (await Ask(ledger, work.Token)).StatusCode);
        await Send(new RevokeToken(work.Id), caller);
        await Refused(await Ask(ledger, work.Token), HttpStatusCode.Unauthorized, "token-unknown");
        await Refused(await Ask(ledger, await IssuedAYearAgo(staff)), HttpStatusCode.Unauthorized, "token-expired");
    }

    async Task<string> IssuedAYearAgo(string account)
    {
        await using var scope = site.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<AppDbContext>();
        var (row, token) = ApiToken.Issue(account, "去年の", TokenScope.Work, 30, site.Services.GetRequiredService<TimeProvider>().GetUtcNow().AddYears(-1)).Value;
        db.ApiTokens.Add(row);
        await db.SaveChangesAsync();
        return token;
    }

    async Task<HttpResponseMessage> Ask(string path, string token)
    {
        using var ask = new HttpRequestMessage(HttpMethod.Get, path);
        ask.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        return await site.Http.SendAsync(ask);
    }

    Task<string> AccountOf(string name) => site.Services.AccountOf($"{name}@example.jp");

    async Task<Outcome<T>> Send<T>(IRequest<Outcome<T>> request, Caller? caller = null)
    {
        await using var scope = site.Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CallerScope>().Current = caller ?? Caller.Operator;
        var outcome = await scope.ServiceProvider.GetRequiredService<IMediator>().Send(request);
        Assert.Null(outcome.Why);
        return outcome;
    }

    static async Task Refused(HttpResponseMessage answer, HttpStatusCode status, string code)
    {
        Assert.Equal(status, answer.StatusCode);
        Assert.EndsWith($":{code}", (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("type").GetString(), StringComparison.Ordinal);
    }
}
