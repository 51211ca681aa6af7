using System.Text;
using System.Text.RegularExpressions;

namespace Participation.Application.Mail;

/// <summary>A mail of ours as it is read back from its file: one part, plain text, base64.</summary>
public sealed partial record MailFile(string To, string Subject, string Body)
{
    public static MailFile Read(string letter)
    {
        var parts = letter.Split("\r\n\r\n", 2);
        var lines = parts[0].Replace("\r\n ", " ", StringComparison.Ordinal).Split("\r\n");
        string Header(string name) => lines.FirstOrDefault(l => l.StartsWith(name + ": ", StringComparison.OrdinalIgnoreCase))?[(name.Length + 2)..] ?? "";
        return new(Header("To"), Decoded(Header("Subject")), Encoding.UTF8.GetString(Convert.FromBase64String(parts[^1].Trim())));
    }

    /// <summary>RFC 2047; white space between two encoded words is no part of the text.</summary>
    static string Decoded(string header) => EncodedWord().Replace(Between().Replace(header, "?=$1"), word =>
        new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(Convert.FromBase64String(word.Groups[1].Value)));

    [GeneratedRegex(@"=\?utf-8\?B\?([^?]*)\?=", RegexOptions.IgnoreCase)]
    private static partial Regex EncodedWord();

    [GeneratedRegex(@"\?=\s+(=\?)")]
    private static partial Regex Between();
}
