using Participation.Domain.Series;

namespace Participation.Web.Pages.Series;

/// <summary>What somebody types to sign up.</summary>
public sealed class SignUpForm
{
    public string? Key { get; set; }
    public string? Name { get; set; }
    public string? Email { get; set; }
    public string? Phone { get; set; }
    public int? Companions { get; set; }
    public bool Childcare { get; set; }
    public bool SignLanguage { get; set; }
    public string? Note { get; set; }

    public Participant ToParticipant() => new(Name, Email, Phone, Companions ?? 0, Childcare, SignLanguage, Note);
}
