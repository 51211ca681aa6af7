using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Participation.Web.People;

namespace Participation.Web.Tests.People;

public sealed class KeyRingTests : IDisposable
{
    readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("participation-keys");

    [Fact]
    public void Keys_from_before_open_what_they_sealed_and_new_ones_are_for_GCM()
    {
        var before = Ring(services => services.AddDataProtection().SetApplicationName("Participation").PersistKeysToFileSystem(folder));
        var name = before.GetRequiredService<IDataProtectionProvider>().CreateProtector("sender").Protect("釜石 花子");

        var now = Ring(services => services.AddPeople(new ConfigurationBuilder().AddInMemoryCollection([new("Keys:Folder", folder.FullName)]).Build()));
        Assert.Equal("釜石 花子", now.GetRequiredService<IDataProtectionProvider>().CreateProtector("sender").Unprotect(name));
        now.GetRequiredService<IKeyManager>().CreateNewKey(DateTimeOffset.UtcNow, DateTimeOffset.UtcNow.AddDays(90));
        var kept = folder.GetFiles().Select(f => File.ReadAllText(f.FullName)).ToList();
        Assert.Equal(2, kept.Count);
        Assert.Single(kept, key => key.Contains("AES_256_GCM", StringComparison.Ordinal));
    }

    static ServiceProvider Ring(Action<IServiceCollection> add)
    {
        var services = new ServiceCollection();
        services.AddLogging();
        add(services);
        return services.BuildServiceProvider();
    }

    public void Dispose() => folder.Delete(recursive: true);
}
