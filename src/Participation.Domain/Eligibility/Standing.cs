namespace Participation.Domain.Eligibility;

/// <summary>How well the city knows who somebody is. Each includes the ones before it.</summary>
public enum Standing
{
    /// <summary>Anybody.</summary>
    None,
    /// <summary>Reads the mail of an address.</summary>
    Email,
    /// <summary>The city knows the person, and that they belong to it.</summary>
    Resident,
}

/// <summary>By which way a standing was proven.</summary>
public enum Verifier
{
    /// <summary>A code posted to the address.</summary>
    PostedCode,
    /// <summary>職員 who looked at a card or paper.</summary>
    Counter,
    /// <summary>名簿: a list the city gave.</summary>
    Roll,
}
