using Participation.Bench.Boards;
using Participation.Bench.Feeding;
using Participation.Bench.Grouping;
using Participation.Bench.Killing;
using Participation.Bench.Ledger;
using Participation.Bench.Reading;
using Participation.Bench.Reporting;
using Participation.Bench.Running;
using Participation.Bench.Submitting;

// Claims, as in docs/benchmarks.md; then what they start as processes of their own.
Func<Task>? run = args switch
{
    ["submit"] => SubmitClaim.Measure,
    ["read"] => ReadClaims.MeasureAll,
    ["read-cached"] => ReadClaims.MeasureCached,
    ["read-rendered"] => ReadClaims.MeasureRendered,
    ["read-flat"] => ReadClaims.MeasureFlat,
    ["feed"] => FeedClaim.Measure,
    ["kill" or "kill-intact"] => KillClaim.Measure,
    ["group"] => GroupClaim.Measure,
    ["ledger"] => LedgerClaim.Measure,
    ["search"] => SearchClaim.Measure,
    ["subjects"] => SubjectsClaim.Measure,
    ["report"] => ReportClaim.Measure,
    ["published"] => PublishedClaim.Measure,
    ["board"] => BoardClaim.Measure,
    ["write-report", var kind] => () => ReportClaim.Write(kind),
    ["bare-intake", var port, var file] => () => BareIntake.Serve(port, file),
    ["bare-bytes", var port, var file] => () => BareBytes.Serve(port, file),
    ["bare-page", var port, var size] => () => BarePage.Serve(port, size),
    ["bare-hub", var port] => () => BareHub.Serve(port),
    ["bare-relay", var port] => () => BareRelay.Serve(port),
    ["watch", ..] => () => WatchProcess.Run(args[1..]),
    _ => null,
};
if (run is null)
{
    Console.Error.WriteLine("usage: bench/run submit|read|read-cached|read-rendered|read-flat|feed|kill|group|subjects|ledger|search|report|published|board");
    return 1;
}
try
{
    await run();
    return 0;
}
catch (BenchException why)
{
    Console.Error.WriteLine(why.Message);
    return 1;
}
