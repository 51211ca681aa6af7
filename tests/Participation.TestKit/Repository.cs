namespace Participation.TestKit;

/// <summary>Where things stand in the checkout.</summary>
public static class Repository
{
    public static string Root { get; } = Find();

    /// <summary>The program as it was built along with these tests.</summary>
    public static string Program => Path.Combine(
        Root, "src", "Participation.Web", "bin", new DirectoryInfo(AppContext.BaseDirectory).Parent!.Name, "net10.0", "Participation.Web.dll");

    static string Find()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder!.FullName, "Participation.sln"))) folder = folder.Parent;
        return folder.FullName;
    }
}
