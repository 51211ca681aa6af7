using Participation.Data;
using Participation.TestKit;

namespace Participation.Web.Tests.Verbs;

public sealed class KeyVerbTests : IDisposable
{
    readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("participation-");

    string Keys => Path.Combine(folder.FullName, "keys");

    [Fact]
    public async Task A_key_that_somebody_has_seen_is_given_up_once_nothing_needs_it()
    {
        Assert.Equal(0, (await Run("seed", "demo")).Exit);
        var old = Path.GetFileNameWithoutExtension(Directory.EnumerateFiles(Keys, "key-*.xml").Single())["key-".Length..];
        Assert.Contains("There is no such key", (await Run("revoke-key", Guid.NewGuid().ToString())).Error, StringComparison.Ordinal);
        Assert.Contains("rotate-keys", (await Run("revoke-key", old)).Error, StringComparison.Ordinal);

        Assert.Equal(0, (await Run("rotate-keys")).Exit);
        var given = await Run("revoke-key", old);
        Assert.Equal(0, given.Exit);
        // The demo's accounts at least.
        Assert.Matches("Sealed [1-9][0-9]* things anew", given.Output);
        Assert.Contains("opens nothing any more", given.Output, StringComparison.Ordinal);
        Assert.NotEmpty(Directory.EnumerateFiles(Keys, "revocation-*.xml"));
        // Who they are is still read: none is loaded a second time, none is left over.
        Assert.Equal(0, (await Run("seed", "demo")).Exit);
        Assert.Matches("^[1-9][0-9]* accounts stand in clear", (await Run("unseal-accounts")).Output);
    }

    public void Dispose() => folder.Delete(recursive: true);

    Task<(int Exit, string Output, string Error)> Run(params string[] verb) =>
        ProgramRun.Of(verb, new(DatabaseProvider.Sqlite, $"Data Source={Path.Combine(folder.FullName, "participation.db")}"), ("Keys__Folder", Keys));
}
