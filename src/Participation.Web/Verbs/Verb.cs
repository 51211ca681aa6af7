using MediatR;
using Microsoft.Extensions.Localization;
using Participation.Domain.Outcomes;
using Participation.Web.Hosting;
using Participation.Web.Words;

namespace Participation.Web.Verbs;

/// <summary>A verb can't do what it was asked to; the message says why.</summary>
sealed class VerbException(string message) : Exception(message);

/// <summary>What a verb works with.</summary>
sealed record VerbContext(IServiceProvider Services, Settings Settings, VerbArguments Arguments, CancellationToken Ct)
{
    public async Task<T> Send<T>(IRequest<Outcome<T>> request)
    {
        var outcome = await Services.GetRequiredService<IMediator>().Send(request, Ct);
        if (!outcome.Refused) return outcome.Value;
        var words = Services.GetRequiredService<IStringLocalizer<RefusalWords>>();
        var faults = outcome.Why.Faults.Select(f => $"\n  {f.Field}: {words.Of(f.Code, f.Values)}").Take(20);
        throw new VerbException($"{words.Of(outcome.Why.Code, outcome.Why.Values)} ({outcome.Why.Code}){string.Concat(faults)}");
    }
}

/// <summary>One of the program's verbs. <see cref="Run"/> prints what it did.</summary>
abstract class Verb
{
    static readonly IReadOnlyDictionary<string, Verb> All = new Dictionary<string, Verb>
    {
        ["migrate"] = new MigrateVerb(),
        ["seed"] = new SeedVerb(),
        ["import-plan"] = new ImportPlanVerb(),
        ["import-opinions"] = new ImportOpinionsVerb(),
        ["import-people"] = new ImportPeopleVerb(),
        ["import-timeline"] = new ImportTimelineVerb(),
        ["report"] = new ReportVerb(),
        ["rotate-keys"] = new RotateKeysVerb(),
        ["unseal-accounts"] = new UnsealAccountsVerb(),
        ["revoke-key"] = new RevokeKeyVerb(),
        ["reindex"] = new ReindexVerb(),
        ["verify-audit"] = new VerifyAuditVerb(),
        ["backup"] = new BackupVerb(),
        ["restore"] = new RestoreVerb(),
    };

    public abstract string Usage { get; }

    /// <summary>Whether the database is brought to the current model first.</summary>
    public virtual bool Migrates => true;

    public abstract Task Run(VerbContext context);

    public static Verb? Named(string[] args) => args.Length > 0 ? All.GetValueOrDefault(args[0]) : null;
}
