using System.Diagnostics;
using System.IO.Compression;
using System.Text;
using Participation.Bench.Running;
using Participation.Documents.Csv;
using Participation.Documents.Docx;
using Participation.Documents.Reports;
using Participation.Documents.Xlsx;

namespace Participation.Bench.Reporting;

/// <summary>100,000 opinions written as docx, xlsx and csv, against the same cells written bare, each in a process of its own.</summary>
static class ReportClaim
{
    const int Opinions = 100_000, Rounds = 5;

    static readonly Column[] Columns =
    [
        new("受付番号", 8), new("連番", 3, Number: true), new("提出方法", 5), new("受付日時", 10), new("扱い", 4), new("氏名", 8),
        new("住所", 14), new("章節", 10), new("箇所", 6), new("本文", 40),
    ];

    public static async Task Measure()
    {
        var worst = 0.0;
        foreach (var kind in new[] { "docx", "xlsx", "csv" })
        {
            var turns = await Turns.Take(Rounds, _ => Child("bare-" + kind), _ => Child(kind));
            var ratio = turns.MedianRatio(m => m.Seconds);
            worst = Math.Max(worst, ratio);
            Print.Figure($"report-{kind}-ratio", ratio, "ratio");
            Print.Figure($"report-{kind}-time", turns.Select(t => t.Real.Seconds).Median() * 1000, "ms");
            Print.Figure($"report-{kind}-peak-memory", turns.Select(t => t.Real.Megabytes).Max(), "MB");
        }
        Print.Ratio("report", worst);
    }

    /// <summary>Writes one file and prints its seconds and its process's peak memory.</summary>
    public static async Task Write(string kind)
    {
        using var folder = new TempFolder();
        // A server has written one before.
        await Write(kind, folder.File("first"), Opinions / 5);
        var start = Stopwatch.GetTimestamp();
        await Write(kind, folder.File("report"), Opinions);
        Console.WriteLine(FormattableString.Invariant(
            $"{Stopwatch.GetElapsedTime(start).TotalSeconds} {Process.GetCurrentProcess().PeakWorkingSet64 / 1024.0 / 1024}"));
    }

    static async Task Write(string kind, string path, int opinions)
    {
        await using var file = File.Create(path);
        var rows = Rows(opinions);
        await (kind switch
        {
            "docx" => DocxReport.Write(file, Report(rows), CancellationToken.None),
            "xlsx" => XlsxReport.Write(file, Report(rows), CancellationToken.None),
            "csv" => CsvTable.Write(file, [.. Columns.Select(c => c.Name)], rows, CancellationToken.None),
            "bare-docx" => BareXml(file, rows, "<w:tc><w:tcPr><w:tcW w:w=\"1457\" w:type=\"dxa\" /></w:tcPr><w:p><w:r><w:t xml:space=\"preserve\">", "</w:t></w:r></w:p></w:tc>"),
            "bare-xlsx" => BareXml(file, rows, "<x:c s=\"1\" t=\"inlineStr\"><x:is><x:t xml:space=\"preserve\">", "</x:t></x:is></x:c>"),
            _ => BareCsv(file, rows),
        });
    }

    static async Task<Written> Child(string kind)
    {
        var start = new ProcessStartInfo("dotnet", [typeof(ReportClaim).Assembly.Location, "write-report", kind]) { RedirectStandardOutput = true };
        using var running = Process.Start(start)!;
        var said = (await running.StandardOutput.ReadToEndAsync()).Split(' ');
        await running.WaitForExitAsync();
        return new(double.Parse(said[0], System.Globalization.CultureInfo.InvariantCulture), double.Parse(said[1], System.Globalization.CultureInfo.InvariantCulture));
    }

    static Report Report(IAsyncEnumerable<IReadOnlyList<string?>> rows) => new("後期基本計画（案）　意見一覧", [new("募集期間", "30日間")], Columns, rows, DateTimeOffset.UnixEpoch);

    /// <summary>The same cells between fixed tags into a zip entry, as fast as one can.</summary>
    static async Task BareXml(Stream file, IAsyncEnumerable<IReadOnlyList<string?>> rows, string before, string after)
    {
        await using var archive = await ZipArchive.CreateAsync(file, ZipArchiveMode.Create, leaveOpen: true, entryNameEncoding: null);
        await using var entry = await archive.CreateEntry("part.xml", CompressionLevel.Fastest).OpenAsync();
        await using var text = new StreamWriter(entry, new UTF8Encoding(false), 64 * 1024);
        await foreach (var row in rows)
            foreach (var cell in row)
            {
                text.Write(before);
                text.Write(System.Security.SecurityElement.Escape(cell));
                text.Write(after);
            }
    }

    static async Task BareCsv(Stream file, IAsyncEnumerable<IReadOnlyList<string?>> rows)
    {
        await using var text = new StreamWriter(file, new UTF8Encoding(true), 64 * 1024, leaveOpen: true);
        await foreach (var row in rows)
        {
            foreach (var cell in row)
            {
                text.Write('"');
                text.Write(cell!.Replace("\"", "\"\"", StringComparison.Ordinal));
                text.Write("\",");
            }
            text.Write("\r\n");
        }
    }

    static async IAsyncEnumerable<IReadOnlyList<string?>> Rows(int opinions)
    {
        await Task.CompletedTask;
        for (var i = 1; i <= opinions; i++)
        {
            yield return
            [
                FormattableString.Invariant($"P-{i:000000}"), FormattableString.Invariant($"{i}"), "ウェブ", "2026-01-05 12:00:00", "受付", "大町 みどり",
                "大町三丁目二の一", "歩道を広げる", FormattableString.Invariant($"p{i % 300}"), FormattableString.Invariant($"{i}番目の声です。") + Sample.Opinion(180),
            ];
        }
    }

    readonly record struct Written(double Seconds, double Megabytes);
}
