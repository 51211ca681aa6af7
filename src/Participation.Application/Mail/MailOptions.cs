namespace Participation.Application.Mail;

/// <summary>Where mail goes (docs/settings.md, Mail:*).</summary>
public sealed record MailOptions
{
    /// <summary>The city's mail server. Without it and without a folder, mail waits.</summary>
    public string? Host { get; init; }

    public int Port { get; init; } = 587;

    /// <summary>STARTTLS; only a server on the same machine does without.</summary>
    public bool Tls { get; init; } = true;

    public string? User { get; init; }
    public string? Password { get; init; }
    public string From { get; init; } = "participation@localhost";

    /// <summary>Mail becomes files here instead of going out.</summary>
    public string? Folder { get; init; }

    /// <summary>A Maildir with what comes back; null when nobody reads it.</summary>
    public string? ReturnedFolder { get; init; }

    /// <summary>How long to wait for the server.</summary>
    public TimeSpan Patience { get; init; } = TimeSpan.FromSeconds(30);

    public bool GoesSomewhere => Host is not null || Folder is not null;
}
