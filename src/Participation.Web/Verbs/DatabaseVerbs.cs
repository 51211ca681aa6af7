using Participation.Application.Audit;
using Participation.Application.Consultations;
using Participation.Application.Search;
using Participation.Data.Engines;
using Participation.Web.Hosting;
using Participation.Web.Seeding;

namespace Participation.Web.Verbs;

sealed class MigrateVerb : Verb
{
    public override string Usage => "migrate";

    public override bool Migrates => false;

    public override async Task Run(VerbContext context)
    {
        var applied = await Migrator.MigrateAsync(context.Settings.Database, context.Ct);
        Console.WriteLine(applied.Count is 0 ? "Up to date." : $"Applied {string.Join(", ", applied)}.");
        var hidden = await context.Services.GetRequiredService<SenderSealing>().SealAll(context.Ct);
        if (hidden > 0) Console.WriteLine($"Sealed {hidden} senders, accounts and letters that were kept in clear.");
    }
}

sealed class SeedVerb : Verb
{
    public override string Usage => "seed demo|reference";

    public override async Task Run(VerbContext context)
    {
        if (!Enum.TryParse<SeedSet>(context.Arguments[0], ignoreCase: true, out var set) || set is SeedSet.None) throw context.Arguments.Wrong();
        if (set is SeedSet.Demo && context.Services.GetRequiredService<IHostEnvironment>().IsProduction())
            throw new VerbException("seed demo is refused in Production: its passwords are public.");
        var added = await Seeder.Load(context.Services, set, context.Ct);
        Console.WriteLine($"Loaded {set}: {added} new consultations.");
    }
}

sealed class VerifyAuditVerb : Verb
{
    public override string Usage => "verify-audit";

    public override async Task Run(VerbContext context)
    {
        var verdict = await context.Send(new VerifyAudit());
        if (verdict.BrokenAt is { } sequence) throw new VerbException($"The audit chain breaks at entry {sequence}; {verdict.Entries} entries before it hold.");
        Console.WriteLine($"{verdict.Entries} audit entries, the chain holds.");
    }
}

sealed class ReindexVerb : Verb
{
    public override string Usage => "reindex";

    public override async Task Run(VerbContext context)
    {
        var reindexed = await context.Send(new Reindex());
        Console.WriteLine($"Indexed {reindexed.Entries} entries.");
    }
}

sealed class BackupVerb : Verb
{
    public override string Usage => "backup FILE";

    public override async Task Run(VerbContext context)
    {
        var file = Path.GetFullPath(context.Arguments[0]);
        await Backup.Write(context.Settings.Database, file, context.Ct);
        Console.WriteLine($"Backed up to {file} ({new FileInfo(file).Length:N0} bytes).");
    }
}

sealed class RestoreVerb : Verb
{
    public override string Usage => "restore FILE";

    public override bool Migrates => false;

    public override async Task Run(VerbContext context)
    {
        var file = Path.GetFullPath(context.Arguments[0]);
        await Backup.Restore(context.Settings.Database, file, context.Ct);
        await Migrator.MigrateAsync(context.Settings.Database, context.Ct);
        Console.WriteLine($"Restored from {file}.");
    }
}
