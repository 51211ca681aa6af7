using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Participation.Web.Seeding;

namespace Participation.Web.Hosting;

/// <summary>What is printed once the program listens.</summary>
static class Greeting
{
    public static void Print(WebApplication app)
    {
        var addresses = app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses;
        Console.WriteLine();
        Console.WriteLine($"Participation: {string.Join(" ", addresses)}");
        if (app.Services.GetRequiredService<Settings>().Seeds is SeedSet.Demo)
        {
            Console.WriteLine($"Demo accounts (password {DemoPeople.Password}; API tokens demo-NAME):");
            foreach (var (name, _, role) in DemoPeople.All) Console.WriteLine($"  {name}@example.jp  {role}");
        }
        Console.WriteLine("Ctrl+C stops it.");
    }
}
