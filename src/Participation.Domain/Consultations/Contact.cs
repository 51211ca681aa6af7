namespace Participation.Domain.Consultations;

/// <summary>連絡先: who sent it and how to reach them. For staff alone.</summary>
public sealed class Contact
{
    Contact() { }

    public Guid SubmissionId { get; private set; }
    public string? Name { get; private set; }
    public string? Address { get; private set; }
    public string? Email { get; private set; }

    internal static Contact? Of(Guid submissionId, Sender sender) =>
        sender is { Name: null, Address: null, Email: null }
            ? null
            : new() { SubmissionId = submissionId, Name = sender.Name, Address = sender.Address, Email = sender.Email };
}
