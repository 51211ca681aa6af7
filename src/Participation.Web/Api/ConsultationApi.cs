using MediatR;
using Microsoft.AspNetCore.Mvc;
using Participation.Application.Consultations;
using Participation.Application.Ledger;
using Participation.Application.Papers;
using Participation.Application.Plans;
using Participation.Domain.Consultations;
using Participation.Domain.Outcomes;
using Participation.Domain.Wording;

namespace Participation.Web.Api;

/// <summary>/api/v1/consultations: each call is one request of the application.</summary>
static class ConsultationApi
{
    const string KeyHeader = "Idempotency-Key";
    const string Docx = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

    public static void MapConsultations(this RouteGroupBuilder api)
    {
        var calls = api.MapGroup("/consultations").WithTags("consultations");
        calls.MapGet("", async (HttpContext http, IMediator mediator, long after = 0, int limit = 50) =>
            (await mediator.Send(new ListConsultations(after, limit), http.RequestAborted)).Answer(http));
        calls.MapGet("/{slug}", async (HttpContext http, IMediator mediator, string slug) =>
            (await mediator.Send(new GetConsultation(slug), http.RequestAborted)).Answer(http));
        calls.MapPost("", async (HttpContext http, IMediator mediator, AnnounceConsultation body, [FromHeader(Name = KeyHeader)] string? key) =>
            (await mediator.Send(body with { Key = key }, http.RequestAborted)).Answer(http, StatusCodes.Status201Created));
        calls.MapPatch("/{slug}", async (HttpContext http, IMediator mediator, string slug, AmendmentBody body) =>
            (await mediator.Send(new AmendConsultation(slug, body.To ?? new(), body.Reason, body.Seen), http.RequestAborted)).Answer(http))
            .WithDescription("What is left out stays as it is. seen: the instant of the last amendment, null for none. A moved window needs a reason, which is shown to the public.");
        calls.MapGet("/{slug}/counts", async (HttpContext http, IMediator mediator, string slug) =>
        {
            var found = await mediator.Send(new GetConsultation(slug), http.RequestAborted);
            return found.Refused ? Problems.Of(found.Why, http) : Results.Json(found.Value.Counts);
        }).WithDescription("Staff see every figure. For everybody else, age bands and districts that would tell of fewer than five submitters are added up under the key \"folded\"; each breakdown still adds up to opinions.");
        calls.MapGet("/{slug}/results", async (HttpContext http, IMediator mediator, string slug) =>
            (await mediator.Send(new GetResults(slug), http.RequestAborted)).Answer(http))
            .WithDescription("Days (Asia/Tokyo), sections and channels count opinions; age bands and districts count submitters. Rows that would tell of fewer than five people have no figure and stand together under \"folded\"; \"unknown\" is not stated.");
        calls.MapPut("/{slug}/translations", async (HttpContext http, IMediator mediator, string slug, IReadOnlyList<Translation> body) =>
            (await mediator.Send(new TranslateConsultation(slug, body), http.RequestAborted)).Answer(http))
            .WithDescription("All translations of the call: language en or ja-easy; field title, summary, eligibility, office or shorteningReason. {opens}, {closes} and {days} stay where the original has them.");
        calls.MapPut("/{slug}/population", GivePopulation).Accepts<PopulationBody>("application/json", "text/csv");
        calls.MapGet("/{slug}/opinions", async (HttpContext http, IMediator mediator, string slug, string? section, string? anchor, long after = 0, int limit = 50) =>
            (await mediator.Send(new ListOpinions(slug, after, limit, section, Anchor: anchor), http.RequestAborted)).Answer(http));
        calls.MapPost("/{slug}/submissions", Submit);
        calls.MapGet("/{slug}/submissions", async (HttpContext http, IMediator mediator, string slug, SubmissionStatus? status, Channel? channel, long after = 0, int limit = 50) =>
            (await mediator.Send(new ListSubmissions(slug, after, limit, status, channel), http.RequestAborted)).Answer(http));
        calls.MapGet("/{slug}/ledger", Ledger)
            .WithDescription("A page of the ledger for staff, without names: on from a place (after), or back from one (before). How many each filter finds stands beside it.");
        calls.MapGet("/{slug}/plan", async (HttpContext http, IMediator mediator, string slug, int? version) =>
            (await mediator.Send(new GetPlan(slug, version), http.RequestAborted)).Answer(http));
        calls.MapGet("/{slug}/plan/versions", async (HttpContext http, IMediator mediator, string slug) =>
            (await mediator.Send(new ListPlanVersions(slug), http.RequestAborted)).Answer(http));
        calls.MapGet("/{slug}/plan/changes", async (HttpContext http, IMediator mediator, string slug, int from, int to) =>
            (await mediator.Send(new ComparePlans(slug, from, to), http.RequestAborted)).Answer(http))
            .WithDescription("Passages in the newer version's reading order. Pieces that are kept and added make the newer text, kept and removed the older.");
        calls.MapPut("/{slug}/plan", ImportPlan).Accepts<string>("text/markdown", "text/plain", Docx);
        calls.MapGet("/{slug}/report", Report)
            .WithDescription("kind: ledger, or a paper: result, note, tables, revisions. Before publication papers are for staff and say that they are drafts. encoding=cp932 for csv names the characters it can't hold and refuses, unless lossy=true.");
        calls.MapPost("/{slug}/answering", async (HttpContext http, IMediator mediator, string slug) =>
            (await mediator.Send(new BeginAnswering(slug), http.RequestAborted)).Answer(http));
    }

    static async Task<IResult> Ledger(
        HttpContext http, IMediator mediator, string slug, string? channel, string? section, string? status, string? hands, int? office, bool outOfScope = false, bool ungrouped = false,
        long? after = null, long? before = null, int limit = 50) =>
        (await mediator.Send(new FindSubmissions(slug, new(QueryWords.Named<Channel>(channel), section, QueryWords.Named<SubmissionStatus>(status), QueryWords.Named<Hands>(hands), office, outOfScope, ungrouped), after, before, limit), http.RequestAborted)).Answer(http);

    static async Task<IResult> ImportPlan(
        HttpContext http, IMediator mediator, string slug, [FromHeader(Name = KeyHeader)] string? key)
    {
        PlanFormat? format = http.Request.GetTypedHeaders().ContentType?.MediaType.Value?.ToLowerInvariant() switch
        {
            "text/markdown" => PlanFormat.Markdown,
            "text/plain" => PlanFormat.PlainText,
            Docx => PlanFormat.Docx,
            _ => null,
        };
        if (format is null) return Problems.Of(new Refusal(RefusalKind.Invalid, "media-type"), http);
        using var file = new MemoryStream();
        await http.Request.Body.CopyToAsync(file, http.RequestAborted);
        var ask = new ImportPlan(slug, format.Value, file.ToArray()) { Key = key };
        return (await mediator.Send(ask, http.RequestAborted)).Answer(http);
    }

    /// <summary>JSON, or a CSV with the columns kind, name and people and the source in the address.</summary>
    static async Task<IResult> GivePopulation(
        HttpContext http, IMediator mediator, string slug, string? source, [FromHeader(Name = KeyHeader)] string? key)
    {
        GivePopulation ask;
        switch (http.Request.GetTypedHeaders().ContentType?.MediaType.Value?.ToLowerInvariant())
        {
            case "text/csv":
                using (var file = new MemoryStream())
                {
                    await http.Request.Body.CopyToAsync(file, http.RequestAborted);
                    ask = new() { Source = source, Csv = file.ToArray() };
                }
                break;
            case "application/json":
                var body = await http.Request.ReadFromJsonAsync<PopulationBody>(http.RequestAborted);
                ask = new() { Source = body?.Source, ByAgeBand = body?.ByAgeBand, ByDistrict = body?.ByDistrict };
                break;
            default:
                return Problems.Of(new Refusal(RefusalKind.Invalid, "media-type"), http, StatusCodes.Status415UnsupportedMediaType);
        }
        return (await mediator.Send(ask with { Slug = slug, Key = key }, http.RequestAborted)).Answer(http);
    }

    static async Task<IResult> Report(HttpContext http, IMediator mediator, string slug, string format = "csv", string kind = "ledger", string? encoding = null, bool lossy = false)
    {
        if (!Enum.TryParse<ReportFormat>(format, ignoreCase: true, out var known) || !Enum.IsDefined(known))
            return Problems.Of(Refusal.Invalid("format", "format-unknown"), http);
        if (kind is "ledger") return await ReportFile.Send(http, mediator, slug, known);
        return Enum.TryParse<PaperKind>(kind, ignoreCase: true, out var paper) && Enum.IsDefined(paper)
            ? await ReportFile.Send(http, mediator, slug, paper, known, encoding, lossy)
            : Problems.Of(Refusal.Invalid("kind", "kind-unknown"), http);
    }

    static async Task<IResult> Submit(
        HttpContext http, IMediator mediator, string slug, SubmissionBody body, [FromHeader(Name = KeyHeader)] string? key)
    {
        var ask = new SubmitOpinions(
            slug, body.Sender ?? Sender.Anonymous, body.Opinions ?? [], body.Channel ?? Channel.Web, body.ReceivedOn, body.PostmarkedOn) { Key = key };
        return (await mediator.Send(ask, http.RequestAborted)).Answer(http, StatusCodes.Status201Created);
    }
}

/// <summary>What is posted; channel and days are staff's, for paper.</summary>
sealed record SubmissionBody(
    Sender? Sender, IReadOnlyList<OpinionDraft>? Opinions, Channel? Channel, DateOnly? ReceivedOn, DateOnly? PostmarkedOn);

/// <summary>人口 as it is put.</summary>
sealed record PopulationBody(string? Source, IReadOnlyList<PopulationCount>? ByAgeBand, IReadOnlyList<PopulationCount>? ByDistrict);

/// <summary>What is changed of an announced call.</summary>
sealed record AmendmentBody(AnnounceConsultation? To, string? Reason, DateTimeOffset? Seen);
