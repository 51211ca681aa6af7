using Participation.Domain.Outcomes;

namespace Participation.Domain.Consultations;

/// <summary>What may stand in a note among staff (申し送り).</summary>
static class StaffWords
{
    public const int AtMost = 2000;

    public static Outcome<string> Of(string words)
    {
        words = words.Trim();
        if (words.Length is 0) return Refusal.Invalid("words", "required");
        if (words.Length > AtMost) return Refusal.Invalid("words", "field-too-long", AtMost);
        return PlainText.IsClean(words) ? words : Refusal.Invalid("words", "control-characters");
    }
}
