namespace Participation.Application.Mail;

/// <summary>The mails that became files.</summary>
public static class MailFolder
{
    /// <summary>The newest first.</summary>
    public static IReadOnlyList<MailFile> Newest(string folder, int atMost) => Directory.Exists(folder)
        ? [.. new DirectoryInfo(folder).EnumerateFiles("*.eml").OrderByDescending(file => file.LastWriteTimeUtc).Take(atMost).Select(Read).OfType<MailFile>()]
        : [];

    /// <returns>Null while it is being written.</returns>
    static MailFile? Read(FileInfo file)
    {
        try
        {
            return MailFile.Read(File.ReadAllText(file.FullName));
        }
        catch (Exception half) when (half is FormatException or IOException)
        {
            return null;
        }
    }
}
