using Microsoft.Playwright;
using Participation.Data;
using Participation.TestKit;

namespace Participation.Browser.Tests.Running;

/// <summary>One program and one browser for all the errands of a class.</summary>
public class Site : IAsyncLifetime
{
    static readonly string[] Flags =
    [
        "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync",
    ];

    IPlaywright playwright = null!;
    TestDatabase database = null!;

    public ServerProcess Program { get; private set; } = null!;

    public IBrowser Browser { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        playwright = await Playwright.CreateAsync();
        Browser = await playwright.Chromium.LaunchAsync(new()
        {
            ExecutablePath = Environment.GetEnvironmentVariable("CHROMIUM") ?? "/usr/bin/chromium", Args = Flags,
        });
        // Last: a rehearsal's clock runs from here.
        database = await TestDatabase.Create(DatabaseProvider.Sqlite);
        Program = await Serve(database.Options);
    }

    protected virtual Task<ServerProcess> Serve(DatabaseOptions options) => ServerProcess.Start(options);

    /// <summary>Somebody with a window of their own.</summary>
    public async Task<IPage> Visitor(int width = 360, bool script = true, ColorScheme scheme = ColorScheme.Light, string language = "ja", bool touch = false)
    {
        var context = await Browser.NewContextAsync(new()
        {
            BaseURL = Program.Address, Locale = language is "en" ? "en-GB" : "ja-JP", JavaScriptEnabled = script, ColorScheme = scheme, ReducedMotion = ReducedMotion.Reduce,
            ViewportSize = new() { Width = width, Height = 800 }, HasTouch = touch,
        });
        context.SetDefaultTimeout(15_000);
        var page = await context.NewPageAsync();
        // No browser asks for やさしい日本語: one chooses it.
        if (language is "ja-easy") await page.GotoAsync("/language?to=ja-easy&back=%2Freceipts");
        return page;
    }

    public virtual async Task DisposeAsync()
    {
        await Browser.DisposeAsync();
        playwright.Dispose();
        await Program.DisposeAsync();
        await database.DisposeAsync();
    }
}
