namespace Participation.Bench.Running;

/// <summary>Kestrel and nothing else: the limit that a claim is measured against.</summary>
static class BareHost
{
    public static async Task Serve(string port, Action<IServiceCollection> services, Action<WebApplication> use)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel => kestrel.ListenLocalhost(int.Parse(port, System.Globalization.CultureInfo.InvariantCulture)));
        services(builder.Services);
        await using var app = builder.Build();
        use(app);
        await app.StartAsync();
        Console.WriteLine("ready");
        await app.WaitForShutdownAsync();
    }
}
