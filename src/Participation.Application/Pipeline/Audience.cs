namespace Participation.Application.Pipeline;

/// <summary>Who may send a request. A request that names nobody is refused to everybody.</summary>
public enum Audience
{
    /// <summary>Everybody; rows still pass their visibility filter.</summary>
    Public,
    /// <summary>Whoever proves the receipt by its number and secret; the handler reads through <c>OwnedBy</c>.</summary>
    Submitter,
    /// <summary>Whoever sits in a workshop, by the edit key on their phone; the handler lets them act through <c>BoardDesk</c>.</summary>
    Seat,
    /// <summary>Whoever has signed in, for what is their own; the handler reads through the account's id.</summary>
    SignedIn,
    /// <summary>職員, approvers and administrators.</summary>
    Staff,
    /// <summary>Staff of the whole site or of one space; the handler asks <c>caller.IsStaffOf</c> for the space that it is about.</summary>
    SpaceStaff,
    /// <summary>Facilitators and staff, of the site or of one space; the handler asks <c>caller.MayFacilitate</c> for the session's space.</summary>
    Facilitator,
    /// <summary>Moderators and administrators.</summary>
    Moderator,
    /// <summary>Whoever runs the site.</summary>
    Administrator,
    /// <summary>The person at the console.</summary>
    Operator,
}

/// <summary>States a request's audience.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class AudienceAttribute(Audience audience) : Attribute
{
    public Audience Audience => audience;
}
