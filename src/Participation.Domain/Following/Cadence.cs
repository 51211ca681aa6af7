namespace Participation.Domain.Following;

/// <summary>How soon somebody wants to be told by mail. On the site they are told in any case, the sooner one first.</summary>
public enum Cadence
{
    /// <summary>すぐに.</summary>
    AtOnce,
    /// <summary>一日分をまとめて.</summary>
    Daily,
    /// <summary>一週間分をまとめて.</summary>
    Weekly,
    /// <summary>No mail.</summary>
    OnSiteOnly,
}
