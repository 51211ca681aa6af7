using Participation.Domain.Outcomes;
using Participation.Web.Api;

namespace Participation.Web.Pages.Account;

/// <summary>A page with one form: what was wrong stands beside its field and above them all.</summary>
public abstract class FormPage : PageBase
{
    protected Refusal? Refused { get; private set; }

    /// <returns>True when it was taken in.</returns>
    protected bool Took<T>(Outcome<T> outcome)
    {
        Refused = outcome.Why;
        if (outcome.Refused) Http.Response.StatusCode = Problems.StatusOf(outcome.Why.Kind);
        return !outcome.Refused;
    }

    protected string? ErrorOf(string field) =>
        Refused?.Faults.FirstOrDefault(fault => fault.Field == field) is { } fault ? Say(fault) : null;
}
