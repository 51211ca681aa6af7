using System.Net;
using System.Net.Mail;
using System.Net.Mime;
using System.Net.Sockets;
using System.Text;
using Participation.Domain.Mail;

namespace Participation.Application.Mail;

/// <summary>Hands one mail to the server, or to the folder, as plain text in UTF-8.</summary>
public sealed class MailCarrier(MailOptions options)
{
    /// <returns>What came of it; null when it went.</returns>
    public async Task<MailTrouble?> Carry(Guid id, Letter letter, CancellationToken ct)
    {
        try
        {
            using var message = Message(id, letter);
            using var client = Client();
            using var patience = CancellationTokenSource.CreateLinkedTokenSource(ct);
            patience.CancelAfter(options.Patience);
            await client.SendMailAsync(message, patience.Token);
            return null;
        }
        catch (SmtpFailedRecipientException refused)
        {
            return Of(refused.StatusCode);
        }
        catch (SmtpException failed) when ((int)failed.StatusCode > 0)
        {
            return Of(failed.StatusCode);
        }
        catch (SmtpException failed) when (failed.InnerException is SocketException)
        {
            return new("unreachable", Again: true);
        }
        catch (FormatException)
        {
            return new("address", Again: false);
        }
        catch (Exception failed) when (failed is SmtpException or IOException or OperationCanceledException)
        {
            // It may have gone: only a person can find out.
            return new("unclear", Again: false);
        }
    }

    MailMessage Message(Guid id, Letter letter)
    {
        var message = new MailMessage(options.From, letter.To)
        {
            Subject = letter.Subject, SubjectEncoding = Encoding.UTF8, HeadersEncoding = Encoding.UTF8,
            Body = letter.Body, BodyEncoding = Encoding.UTF8, BodyTransferEncoding = TransferEncoding.Base64,
        };
        // The same in every try, so that a server or reader that has it already can tell.
        message.Headers.Add("Message-ID", $"<{id:N}@{message.From!.Host}>");
        message.Headers.Add("Auto-Submitted", "auto-generated");
        if (letter.Unsubscribe is { } link)
        {
            // RFC 8058: the mail program's own button.
            message.Headers.Add("List-Unsubscribe", $"<{link}>");
            message.Headers.Add("List-Unsubscribe-Post", "List-Unsubscribe=One-Click");
        }
        return message;
    }

    SmtpClient Client()
    {
        if (options.Folder is { } folder)
            return new SmtpClient { DeliveryMethod = SmtpDeliveryMethod.SpecifiedPickupDirectory, PickupDirectoryLocation = Directory.CreateDirectory(folder).FullName };
        var client = new SmtpClient(options.Host, options.Port) { EnableSsl = options.Tls };
        if (options.User is not null) client.Credentials = new NetworkCredential(options.User, options.Password);
        return client;
    }

    /// <summary>What a server answers with 5 it will answer again; with 4 it asks to come back.</summary>
    static MailTrouble Of(SmtpStatusCode code) => new($"smtp-{(int)code}", Again: (int)code < 500);
}

/// <summary>Why a mail did not go, and whether to try again.</summary>
public sealed record MailTrouble(string Fault, bool Again);
