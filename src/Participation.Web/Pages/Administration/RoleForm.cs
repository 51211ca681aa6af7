using System.Globalization;
using Participation.Domain.Outcomes;
using Participation.Domain.People;
using Participation.Domain.Time;

namespace Participation.Web.Pages.Administration;

/// <summary>What an administrator types of a role: days, both of them whole.</summary>
public sealed class RoleForm
{
    public string? Role { get; set; }
    public string? Space { get; set; }
    public string? Office { get; set; }
    public string? From { get; set; }
    public string? Until { get; set; }
    public string? Reason { get; set; }

    public Outcome<RoleTerms> ToTerms()
    {
        var faults = new List<Fault>();
        var from = Day(From, "from", faults);
        var until = Day(Until, "until", faults);
        int? office = int.TryParse(Office, NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? id : string.IsNullOrEmpty(Office) ? null : 0;
        if (string.IsNullOrEmpty(Role)) faults.Add(new("role", "required"));
        if (string.IsNullOrWhiteSpace(Reason)) faults.Add(new("reason", "required"));
        if (faults.Count > 0) return Refusal.Invalid(faults);
        return new RoleTerms(Role!, Reason!, string.IsNullOrEmpty(Space) ? null : Space, office,
            from is { } first ? JapanTime.StartOfDay(first, JapanTime.Zone) : null,
            until is { } last ? JapanTime.StartOfDay(last.AddDays(1), JapanTime.Zone) : null);
    }

    static DateOnly? Day(string? text, string field, List<Fault> faults)
    {
        if (string.IsNullOrWhiteSpace(text)) return null;
        // A day without a day after it is no day to end on.
        if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) && day < DateOnly.MaxValue && day.Year > 1900) return day;
        faults.Add(new(field, "date-unreadable"));
        return null;
    }
}
