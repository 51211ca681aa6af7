namespace Participation.Web.Hosting;

/// <summary>Reads Keys:* (docs/settings.md).</summary>
static class KeySettings
{
    /// <summary>Apart from the database: whoever has only a copy of that can read no name in it.</summary>
    public static DirectoryInfo FolderOf(IConfiguration configuration) =>
        new(configuration["Keys:Folder"] is { Length: > 0 } folder ? Path.GetFullPath(folder) : Path.Combine(HomeFolder.Data, "keys"));
}
