using System.Globalization;
using Participation.Application.Consultations;
using Participation.Application.Papers;
using Participation.Application.Plans;
using Participation.Application.Spaces;
using Participation.Domain.Consultations;
using Participation.Domain.Time;

namespace Participation.Web.Verbs;

sealed class ImportPlanVerb : Verb
{
    public override string Usage => "import-plan SLUG FILE";

    public override async Task Run(VerbContext context)
    {
        var file = context.Arguments[1];
        var imported = await context.Send(new ImportPlan(context.Arguments[0], PlanReader.FormatOf(file), await Files.Read(file, context.Ct)));
        Console.WriteLine($"Imported {imported.Sections} sections and {imported.Passages} passages.");
    }
}

sealed class ImportOpinionsVerb : Verb
{
    public override string Usage => "import-opinions SLUG CSV --channel CHANNEL --received DATE";

    public override async Task Run(VerbContext context)
    {
        if (!Enum.TryParse<Channel>(context.Arguments["channel"], ignoreCase: true, out var channel) || !Enum.IsDefined(channel))
            throw new VerbException($"{context.Arguments["channel"]} is none of {string.Join(", ", Enum.GetNames<Channel>())}.");
        if (!Wareki.TryParse(context.Arguments["received"], out var received))
            throw new VerbException($"{context.Arguments["received"]} is no date, like 2026-01-10 or R8.1.10.");
        var csv = await Files.Read(context.Arguments[1], context.Ct);
        var imported = await context.Send(new ImportOpinions(context.Arguments[0], csv, channel, received));
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"Imported {imported.Opinions} opinions ({imported.Late} late)."));
        foreach (var (topic, count) in imported.ByTopic) Console.WriteLine($"  {topic}: {count}");
    }
}

sealed class ImportTimelineVerb : Verb
{
    public override string Usage => "import-timeline SPACE CSV";

    public override async Task Run(VerbContext context)
    {
        var csv = await Files.Read(context.Arguments[1], context.Ct);
        var space = await context.Send(new ImportTimeline(context.Arguments[0], csv));
        Console.WriteLine($"Imported {space.Timeline.Count} entries.");
    }
}

sealed class ReportVerb : Verb
{
    public override string Usage => "report SLUG --format docx|xlsx|csv|pdf|json --out FILE [--kind ledger|result|note|tables|revisions]";

    public override async Task Run(VerbContext context)
    {
        if (!Enum.TryParse<ReportFormat>(context.Arguments["format"], ignoreCase: true, out var format))
            throw new VerbException($"{context.Arguments["format"]} is not written; docx, xlsx, csv, pdf and json are.");
        PaperKind? kind = context.Arguments.Named("kind") switch
        {
            null or "ledger" => null,
            var named => Enum.TryParse<PaperKind>(named, ignoreCase: true, out var known) && Enum.IsDefined(known) ? known : throw context.Arguments.Wrong(),
        };
        var file = Path.GetFullPath(context.Arguments["out"]);
        // Written aside and moved, so that a refusal leaves no half report.
        var aside = file + ".part";
        try
        {
            await using (var to = File.Create(aside))
            {
                if (kind is { } paper) await context.Send(new WritePaper(context.Arguments[0], paper, format, to));
                else await context.Send(new WriteReport(context.Arguments[0], format, to));
            }
            File.Move(aside, file, overwrite: true);
        }
        finally
        {
            File.Delete(aside);
        }
        Console.WriteLine($"Wrote {file} ({new FileInfo(file).Length:N0} bytes).");
    }
}

static class Files
{
    /// <exception cref="VerbException">It can't be read.</exception>
    public static async Task<byte[]> Read(string file, CancellationToken ct)
    {
        try
        {
            return await File.ReadAllBytesAsync(file, ct);
        }
        catch (Exception why) when (why is IOException or UnauthorizedAccessException)
        {
            throw new VerbException(why.Message);
        }
    }
}
