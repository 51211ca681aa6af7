using System.Diagnostics.CodeAnalysis;

namespace Participation.Domain.Following;

/// <summary>Something that can be followed: <c>consultation:plan-2030</c>. Which kinds there are, the application knows.</summary>
public readonly record struct Followed(string Kind, string Key)
{
    public const int LengthAtMost = 128;

    public const string Consultation = "consultation", Space = "space", Person = "person";

    public override string ToString() => $"{Kind}:{Key}";

    public static bool TryParse([NotNullWhen(true)] string? text, out Followed thing)
    {
        thing = default;
        if (text is null or { Length: > LengthAtMost } || text.IndexOf(':', StringComparison.Ordinal) is not (> 0 and var colon) || colon == text.Length - 1) return false;
        thing = new(text[..colon], text[(colon + 1)..]);
        return true;
    }

    /// <summary>As it was stored.</summary>
    public static Followed Parse(string text) => TryParse(text, out var thing) ? thing : throw new FormatException("No thing that can be followed.");
}
