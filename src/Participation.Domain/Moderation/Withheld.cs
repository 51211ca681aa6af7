namespace Participation.Domain.Moderation;

/// <summary>Why an opinion's words are not shown in public. They stay in the ledger, and it counts as before.</summary>
public enum Withheld
{
    /// <summary>Looks like spam; somebody will look before it is shown.</summary>
    Held,
    /// <summary>個人情報 of others.</summary>
    PersonalData,
    /// <summary>誹謗中傷.</summary>
    Slander,
    /// <summary>宣伝や迷惑行為.</summary>
    Spam,
    /// <summary>Not about the plan, or against the rules of the place.</summary>
    OffRules,
}
