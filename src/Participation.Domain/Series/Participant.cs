using Participation.Domain.Boards;
using Participation.Domain.Outcomes;

namespace Participation.Domain.Series;

/// <summary>Who signs up.</summary>
/// <param name="Phone">Written down by staff for whoever has no e-mail.</param>
/// <param name="Childcare">託児.</param>
/// <param name="SignLanguage">手話通訳.</param>
/// <param name="Note">Whatever else would help.</param>
public sealed record Participant(string? Name, string? Email, string? Phone = null, int Companions = 0, bool Childcare = false, bool SignLanguage = false, string? Note = null)
{
    public const int NameAtMost = 80;
    public const int EmailAtMost = 254;
    public const int PhoneAtMost = 40;
    public const int NoteAtMost = 300;
    public const int CompanionsAtMost = 9;

    public int People => 1 + Companions;

    /// <summary>As it is kept; all that is wrong with it at once.</summary>
    /// <param name="byStaff">At the counter nobody needs an e-mail.</param>
    public Outcome<Participant> Read(bool byStaff = false)
    {
        var faults = new List<Fault>();
        string? Taken(Outcome<string> text)
        {
            if (text.Refused) faults.AddRange(text.Why.Faults);
            return text.Refused || text.Value.Length is 0 ? null : text.Value;
        }
        var read = this with
        {
            Name = Taken(NoteText.Of(Name, NameAtMost, "name")),
            Email = Taken(byStaff ? SeriesText.Optional(Email, EmailAtMost, "email") : NoteText.Of(Email, EmailAtMost, "email")),
            Phone = Taken(SeriesText.Optional(Phone, PhoneAtMost, "phone")),
            Note = Taken(SeriesText.Optional(Note, NoteAtMost, "note")),
        };
        foreach (var (field, text) in new[] { ("name", read.Name), ("email", read.Email), ("phone", read.Phone) })
            // One line each: they stand in lists and letters.
            if (text?.AsSpan().IndexOfAny('\n', '\r', '\t') >= 0) faults.Add(new(field, "control-characters"));
        if (read.Email is { } email && (email.IndexOf('@', StringComparison.Ordinal) is var at && (at < 1 || at != email.LastIndexOf('@') || at == email.Length - 1 || email.Any(char.IsWhiteSpace))))
            faults.Add(new("email", "email-shape"));
        if (Companions is < 0 or > CompanionsAtMost) faults.Add(new("companions", "number-range", 0, CompanionsAtMost));
        return faults.Count > 0 ? Refusal.Invalid(faults) : read;
    }
}
