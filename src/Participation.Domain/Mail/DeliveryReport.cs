namespace Participation.Domain.Mail;

/// <summary>What a mail server says became of a letter of ours (RFC 3464).</summary>
/// <param name="Mail">The letter, by the id that the report quotes: whoever did not get it can't know it.</param>
/// <param name="Failed">None when it is only late.</param>
public sealed record DeliveryReport(Guid Mail, string Subject, IReadOnlyList<FailedDelivery> Failed);

/// <param name="Recipients">The address as it was written, and as it was forwarded to.</param>
/// <param name="Status">RFC 3463: <c>5.1.1</c>.</param>
/// <param name="Words">What the remote server said.</param>
public sealed record FailedDelivery(IReadOnlyList<string> Recipients, string Status, string Words)
{
    public string Fault => $"dsn-{Status}";

    /// <summary>There is no such mailbox, or it takes nothing any more. A full one, or a server that dislikes the letter, says nothing about the address.</summary>
    public bool IsOfAddress => Status.StartsWith("5.1.", StringComparison.Ordinal) || Status is "5.2.1";
}
