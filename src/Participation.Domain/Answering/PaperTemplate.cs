using System.Security.Cryptography;
using Participation.Domain.Consultations;
using Participation.Domain.Outcomes;

namespace Participation.Domain.Answering;

/// <summary>市の様式: a docx of the city's own with named places, beside our papers. It was looked through before it came here.</summary>
public sealed class PaperTemplate : Aggregate
{
    public const int NameAtMost = 100;

    PaperTemplate() { }

    public Guid Id { get; private set; }
    public string Name { get; private set; } = "";

    /// <summary>The docx itself.</summary>
    public byte[] File { get; private set; } = [];

    /// <summary>SHA-256 of it.</summary>
    public string Hash { get; private set; } = "";

    /// <summary>The places that it names.</summary>
    public IReadOnlyList<string> Places { get; private set; } = [];

    public DateTimeOffset AddedAt { get; private set; }
    public string AddedBy { get; private set; } = "";

    public static Outcome<PaperTemplate> Add(string? name, byte[] file, IReadOnlyList<string> places, string by, DateTimeOffset now)
    {
        var words = name?.Trim();
        if (string.IsNullOrEmpty(words)) return Refusal.Invalid("name", "required");
        if (words.Length > NameAtMost) return Refusal.Invalid("name", "field-too-long", NameAtMost);
        if (!PlainText.IsClean(words)) return Refusal.Invalid("name", "control-characters");
        var template = new PaperTemplate
        {
            Id = Guid.CreateVersion7(now), Name = words, File = file, Hash = Convert.ToHexStringLower(SHA256.HashData(file)), Places = places, AddedAt = now, AddedBy = by,
        };
        template.Log("template.added", template.Subject, $$"""{"hash":"{{template.Hash}}"}""");
        return template;
    }

    /// <summary>Before it is taken away.</summary>
    public void Remove() => Log("template.removed", Subject, $$"""{"hash":"{{Hash}}"}""");

    string Subject => $"template:{Id}";
}
