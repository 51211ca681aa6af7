using System.Text.RegularExpressions;
using MimeKit;
using Participation.Domain.Mail;

namespace Participation.Application.Mail;

/// <summary>Reads reports of mail servers (RFC 3464, 6522) about letters of ours.</summary>
public static partial class DeliveryReports
{
    const int BytesAtMost = 1 << 20, WordsAtMost = 500, RecipientsAtMost = 10;

    static readonly string[] RecipientFields = ["Original-Recipient", "Final-Recipient"];

    /// <returns>Null when it is no such report, or about no letter of ours.</returns>
    public static async Task<DeliveryReport?> Read(FileInfo file, CancellationToken ct)
    {
        if (file.Length > BytesAtMost) return null;
        try
        {
            using var message = await MimeMessage.LoadAsync(file.FullName, ct);
            return message.Body is MultipartReport report ? Of(report) : null;
        }
        catch (Exception odd) when (odd is FormatException or ArgumentException or NotSupportedException)
        {
            // Anybody may write to the address: what can't be read must not keep the next from being read.
            return null;
        }
    }

    static DeliveryReport? Of(MultipartReport report)
    {
        // Some quote the whole letter, some its head alone.
        if (report.OfType<MessagePart>().FirstOrDefault()?.Message is not { } ours || report.OfType<MessageDeliveryStatus>().FirstOrDefault() is not { } status) return null;
        if (ours.MessageId?.Split('@') is not [var id, _] || !Guid.TryParseExact(id, "N", out var mail)) return null;
        // The first group is about the report, each other one about a recipient.
        return new(mail, ours.Subject ?? "", [.. status.StatusGroups.Skip(1).Take(RecipientsAtMost).Where(HasFailed).Select(Failed)]);
    }

    static bool HasFailed(HeaderList recipient) => string.Equals(recipient["Action"]?.Trim(), "failed", StringComparison.OrdinalIgnoreCase);

    static FailedDelivery Failed(HeaderList recipient)
    {
        var status = recipient["Status"] is { } said && Code().Match(said) is { Success: true } code ? code.Value : "5.0.0";
        var words = Typed(recipient["Diagnostic-Code"]) ?? "";
        return new([.. RecipientFields.Select(field => Typed(recipient[field])).OfType<string>().Distinct()],
            status, words.Length <= WordsAtMost ? words : words[..WordsAtMost]);
    }

    /// <summary>Without the kind that stands before it: <c>rfc822; sakura@example.jp</c>.</summary>
    static string? Typed(string? field) => field?.Split(';', 2) is [_, var value] ? value.Trim() : null;

    [GeneratedRegex(@"\b[245]\.[0-9]{1,3}\.[0-9]{1,3}\b")]
    private static partial Regex Code();
}
