using Participation.Domain.People;

namespace Participation.Web.Pages.Staff;

/// <summary>Roles as pages name them. A page only asks people to sign in; what they may do is each request's to say.</summary>
static class Who
{
    public const string Moderators = $"{Roles.Moderator},{Roles.Administrator}";

    public const string Staff = $"{Roles.Staff},{Roles.Approver},{Roles.Administrator}";

    public const string Facilitators = $"{Roles.Facilitator},{Staff}";
}
