namespace Participation.Web.Hosting;

/// <summary>Where the program keeps its files: the checkout in development, its own folder once published.</summary>
static class HomeFolder
{
    public static string Data { get; } = Path.Combine(Find(), "data");

    static string Find()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
            if (File.Exists(Path.Combine(folder.FullName, "Participation.sln"))) return folder.FullName;
        return AppContext.BaseDirectory;
    }
}
