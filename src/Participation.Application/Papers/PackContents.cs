using System.Text.Json;
using Participation.Application.Answering;
using Participation.Domain.Answering;

namespace Participation.Application.Papers;

/// <summary>What a pack says: counts, rows and changes as they stood.</summary>
public sealed record PackContents(
    string Title, string Office, DateTimeOffset Opens, DateTimeOffset Closes, int Submitters, int Opinions, int Late, int OutOfScope, int Plan,
    IReadOnlyList<ReflectionCount> Reflections, IReadOnlyList<ResultRow> Rows, IReadOnlyList<RevisionRow> Revisions)
{
    static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public string Write() => JsonSerializer.Serialize(this, Json);

    public static PackContents Read(string text) => JsonSerializer.Deserialize<PackContents>(text, Json)!;
}
