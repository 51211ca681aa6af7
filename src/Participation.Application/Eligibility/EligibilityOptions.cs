namespace Participation.Application.Eligibility;

/// <param name="Months">How long a person stays known (docs/settings.md, Eligibility:Months).</param>
public sealed record EligibilityOptions(int Months = 24);
