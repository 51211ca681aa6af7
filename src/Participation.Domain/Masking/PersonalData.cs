namespace Participation.Domain.Masking;

public enum PersonalDataKind
{
    Name,
    Address,
    PostalCode,
    Telephone,
    Email,
}

/// <summary>Why a stretch is offered.</summary>
public enum PersonalDataSign
{
    /// <summary>It has the form of one.</summary>
    Form,
    /// <summary>It stands behind a label: 氏名：, 住所：.</summary>
    Label,
    /// <summary>The sender says so: 〇〇と申します.</summary>
    Introduction,
    /// <summary>A form of address follows: さん, 様, 氏.</summary>
    Honorific,
    /// <summary>It stands alone in the last lines.</summary>
    Signature,
}

/// <summary>What may tell who somebody is: offered for masking, never masked by itself.</summary>
/// <param name="Start">In the original, in UTF-16 units as browsers count.</param>
public sealed record PersonalData(PersonalDataKind Kind, int Start, int Length, PersonalDataSign Sign)
{
    public int End => Start + Length;
}
